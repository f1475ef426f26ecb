import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionsQuery } from '../api/attributes';
import type { Attribute, AttributeDefinition, AttributeValue, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { ConflictChoice } from '../ui/conflict-choice';
import { EditForm } from '../ui/edit-form';
import { fieldProblem } from '../ui/field-problem';
import { draftOf, parsedValue, sameValue } from './draft';
import { offerUndo } from './offer-undo';
import { type Seen, saveAttribute, seenOf, ValueChangedMeanwhile, valueIn } from './save-attribute';
import { showValue } from './show-value';
import { ValueInput } from './value-input';

interface Props {
  subject: Subject;
  attribute: Pick<Attribute | AttributeDefinition, 'key' | 'name' | 'type'>;
  /** Null where it has no value yet. */
  present: Attribute | null;
  onDone: () => void;
  /** Nothing was changed; without it, as when done. */
  onCancel?: () => void;
}

export function AttributeEditor({ subject, attribute, present, onDone, onCancel = onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What the agent saw when the writing began; live updates must not move it, or a conflict would go unseen.
  const [seen] = useState(() => seenOf(present));
  const [draft, setDraft] = useState(draftOf(valueIn(seen)));
  const [malformed, setMalformed] = useState(false);
  const { data: definitions } = useQuery(definitionsQuery(subject.kind));
  const definition = definitions?.find(({ key }) => key === attribute.key);

  const saving = useMutation({
    mutationFn: ({ value, base }: { value: AttributeValue | null; base: Seen }) =>
      saveAttribute(subject, attribute.key, value, base),
    onSuccess: async (mine, { base }) => {
      offerUndo(client, { subject, ...attribute, before: base.standing, mine }, t);
      await refreshConcerned(client, subject, 'attributes');
      onDone();
    },
  });

  const conflict = saving.error instanceof ValueChangedMeanwhile ? saving.error.now : null;

  const save = (text: string) => {
    const value = parsedValue(attribute.type, text);
    setMalformed(value === undefined);
    if (value === undefined) return;
    const base = conflict ?? seen;
    if (sameValue(value, valueIn(base))) onCancel();
    else saving.mutate({ value, base });
  };
  const problem = conflict ? null : fieldProblem(saving.error, 'value', t);

  return (
    <EditForm
      saving={saving.isPending}
      onSave={() => save(draft)}
      onCancel={onCancel}
      below={
        conflict && (
          <ConflictChoice
            theirs={showValue({ ...conflict.standing, type: attribute.type }, t)}
            onKeepTheirs={onCancel}
          />
        )
      }
    >
      <ValueInput
        type={attribute.type}
        name={attribute.name}
        options={definition?.options ?? []}
        draft={draft}
        problem={malformed ? t('edit.numberInvalid') : problem}
        onChange={(text) => {
          setDraft(text);
          setMalformed(false);
          if (saving.isError && !conflict) saving.reset();
        }}
        onChosen={(text) => {
          setDraft(text);
          save(text);
        }}
      />
    </EditForm>
  );
}
