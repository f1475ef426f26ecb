import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeType } from '../api/types';

interface Props {
  type: AttributeType;
  name: string;
  options: string[];
  draft: string;
  problem: string | null;
  onChange: (draft: string) => void;
  /** A value was chosen rather than written: it can be saved at once. */
  onChosen: (draft: string) => void;
}

const inputs = {
  number: { type: 'text', inputMode: 'decimal' },
  email: { type: 'email', inputMode: 'email' },
  phone: { type: 'tel', inputMode: 'tel' },
} as const;

/** The input that fits an attribute's type. */
export function ValueInput({ type, name, options, draft, problem, onChange, onChosen }: Props) {
  const common = { size: 'xs', 'aria-label': name, error: problem } as const;

  if (type === 'list') {
    // A value whose option was removed since keeps standing, and can be chosen again.
    const known = draft && !options.includes(draft) ? [draft, ...options] : options;
    return (
      <Select
        {...common}
        data={known}
        value={draft || null}
        onChange={(value) => value !== null && onChosen(value)}
        searchable={known.length > 8}
        defaultDropdownOpened
        // Within the panel's landmark, yet not cut off where the panel scrolls.
        comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
        autoFocus
      />
    );
  }
  if (type === 'boolean') {
    return <BooleanInput name={name} draft={draft} problem={problem} onChosen={onChosen} />;
  }
  if (type === 'number' || type === 'email' || type === 'phone') {
    return (
      <TextInput
        {...common}
        {...inputs[type]}
        autoComplete="off"
        autoFocus
        value={draft}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
    );
  }
  return (
    <Textarea
      {...common}
      dir="auto"
      autosize
      minRows={1}
      maxRows={8}
      autoFocus
      value={draft}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={submitOnEnter}
    />
  );
}

function BooleanInput({
  name,
  draft,
  problem,
  onChosen,
}: Pick<Props, 'name' | 'draft' | 'problem' | 'onChosen'>) {
  const { t } = useTranslation();
  const choices = useRef<HTMLDivElement>(null);
  // The other inputs take the keyboard by themselves.
  useEffect(() => {
    const radios = choices.current;
    const chosen = radios?.querySelector<HTMLInputElement>('input:checked');
    (chosen ?? radios?.querySelector('input'))?.focus();
  }, []);
  return (
    <>
      <SegmentedControl
        ref={choices}
        size="xs"
        fullWidth
        aria-label={name}
        value={draft}
        onChange={onChosen}
        data={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
