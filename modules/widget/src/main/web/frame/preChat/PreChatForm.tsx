import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldError } from '../api/problem';
import type { PreChatAnswers, PreChatField } from '../api/types';
import { focusEntry } from '../embedding/focus';
import { Linked } from '../text/Linked';
import { useChat } from '../useChat';
import { Field, Mark, Row } from './Field';
import { answersOf, errorOf, errorsOf, longestText, type Entries, type Errors } from './validation';

/** The first message stands among the errors under a key that no field can have. */
const question = '';
const invalid = '[aria-invalid]';

/** The questions that the site asks before a conversation, and the visitor's first message, in one step. */
export function PreChatForm() {
  const { chat, state, draft } = useChat();
  const { refusal, site, language } = state;
  const { texts } = language;
  const fields = site?.preChat.fields ?? [];
  const sent = state.outgoing.find((message) => message.preChat);
  const busy = sent?.state === 'sending' || sent?.state === 'waiting';
  const [entries, setEntries] = useState<Entries>(() => entriesOf(sent?.preChat));
  const [text, setText] = useState(() => sent?.text ?? draft.read<string>('draft') ?? '');
  const [errors, setErrors] = useState<Errors>({});
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.focusRequests > 0) focusEntry(form.current?.querySelector<HTMLElement>('input, select, textarea'));
  }, [state.focusRequests]);
  useEffect(() => {
    if (!refusal) return;
    setText(refusal.text);
    refuse(errorsFrom(refusal.problem.errors));
  }, [refusal]);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>(invalid)?.focus();
  }, [attempts]);

  function refuse(found: Errors): void {
    setErrors(found);
    setAttempts(attempts + 1);
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (busy) return;
    const found = errorsOf(fields, entries, texts);
    if (text.trim() === '') found[question] = texts.missing;
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    chat.start(answersOf(fields, entries), text.trim());
    // What is on its way is no draft any more; a refusal brings it back by itself.
    draft.forget('draft');
  }

  function change(field: PreChatField, entry: string | boolean): void {
    setEntries({ ...entries, [field.key]: entry });
    // A field once found wrong is looked at with every stroke; the others are left in peace until they are sent.
    if (errors[field.key]) setErrors({ ...errors, [field.key]: errorOf(field, entry, texts) });
  }

  function ask(typed: string): void {
    setText(typed);
    draft.write('draft', typed);
    if (errors[question] && typed.trim() !== '') setErrors({ ...errors, [question]: undefined });
  }

  const shown = new Set([question, ...fields.map(({ key }) => key)]);
  const atNoField = Object.entries(errors).find(([key, message]) => message && !shown.has(key))?.[1];
  const refused = refusal && refusal.problem.errors.length === 0 ? refusal.problem.message : undefined;
  const alert = sent?.state === 'failed' ? texts.notReached : (atNoField ?? refused);

  return (
    <form class="start" noValidate ref={form} onSubmit={submit} aria-busy={busy}>
      <div class="scroll">
        <p class="greeting">{site?.texts.greeting || texts.greeting}</p>
        {fields.map((field) => (
          <Field key={field.key} field={field} entry={entries[field.key]} error={errors[field.key]} change={(entry) => change(field, entry)} />
        ))}
        <Row id="question" error={errors[question]}>
          <label for="question">
            {texts.question} <Mark required />
          </label>
          <textarea
            id="question"
            rows={3}
            required
            dir="auto"
            maxLength={longestText}
            placeholder={texts.composer}
            value={text}
            aria-invalid={errors[question] ? true : undefined}
            aria-describedby={errors[question] ? 'question-error' : undefined}
            onInput={(event) => ask(event.currentTarget.value)}
          />
        </Row>
        {site?.privacyNotice && (
          <p class="privacy">
            <Linked text={site.privacyNotice} />
          </p>
        )}
      </div>
      <div class="foot">
        <p class={alert ? 'alert' : 'unseen'} role="alert">
          {alert}
        </p>
        <button type="submit" class="primary" aria-disabled={busy}>
          {busy ? (sent.state === 'waiting' ? texts.waiting : texts.sending) : sent ? texts.tryAgain : texts.startChat}
        </button>
      </div>
    </form>
  );
}

function entriesOf(answers: PreChatAnswers | undefined): Entries {
  const entries: Entries = {};
  for (const [key, answer] of Object.entries(answers ?? {})) entries[key] = typeof answer === 'boolean' ? answer : String(answer);
  return entries;
}

function errorsFrom(errors: readonly FieldError[]): Errors {
  const found: Errors = {};
  for (const { field, message } of errors) found[field === 'text' ? question : field.replace(/^preChat\./, '')] ??= message;
  return found;
}
