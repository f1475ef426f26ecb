import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
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
  const { t } = useTranslation();
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
        autoFocus
      />
    );
  }
  if (type === 'boolean') {
    return (
      <>
        <SegmentedControl
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

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
