import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import type { PreChatField } from '../api/types';
import { useChat } from '../useChat';

interface Properties {
  field: PreChatField;
  entry: string | boolean | undefined;
  error: string | undefined;
  change(entry: string | boolean): void;
}

const inputs: Record<string, InputHTMLAttributes> = {
  text: { type: 'text' },
  email: { type: 'email', inputMode: 'email', autocomplete: 'email', spellcheck: false, autocapitalize: 'none' },
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel' },
  number: { type: 'text', inputMode: 'decimal', autocomplete: 'off' },
};

/** One question of the pre-chat form, with its label, its mark and what is wrong with it. */
export function Field({ field, entry, error, change }: Properties) {
  const { texts } = useChat().state.language;
  const id = `answer-${field.key}`;
  const common = {
    id,
    name: field.key,
    required: field.required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  if (field.type === 'boolean') {
    return (
      <Row id={id} error={error}>
        <label class="tick" for={id}>
          <input {...common} type="checkbox" checked={entry === true} onChange={(event) => change(event.currentTarget.checked)} />
          <span>
            {field.label} <Mark required={field.required} />
          </span>
        </label>
      </Row>
    );
  }
  return (
    <Row id={id} error={error}>
      <label for={id}>
        {field.label} <Mark required={field.required} />
      </label>
      {field.type === 'list' ? (
        <select {...common} value={String(entry ?? '')} onChange={(event) => change(event.currentTarget.value)}>
          <option value="">{texts.choose}</option>
          {field.options?.map((option) => <option value={option}>{option}</option>)}
        </select>
      ) : (
        <input
          {...common}
          {...inputs[field.type]}
          {...(field.key === 'name' && { autocomplete: 'name' })}
          dir="auto"
          value={String(entry ?? '')}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Row>
  );
}

export function Row({ id, error, children }: { id: string; error: string | undefined; children: ComponentChildren }) {
  return (
    <div class="field">
      {children}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Screen readers learn of it from the field's own `required`. */
export function Mark({ required }: { required: boolean }) {
  return required ? <span class="mark" aria-hidden="true">*</span> : null;
}
