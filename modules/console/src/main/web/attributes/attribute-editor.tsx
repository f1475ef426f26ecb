import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeAttribute, definitionsQuery } from '../api/attributes';
import type { Attribute, AttributeValue, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { EditForm } from '../ui/edit-form';
import { fieldProblem } from '../ui/field-problem';
import { draftOf, parsedValue } from './draft';
import { ValueInput } from './value-input';

interface Props {
  subject: Subject;
  attribute: Pick<Attribute, 'key' | 'name' | 'type' | 'value'>;
  onDone: () => void;
}

export function AttributeEditor({ subject, attribute, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(draftOf(attribute.value));
  const [malformed, setMalformed] = useState(false);
  const { data: definitions } = useQuery(definitionsQuery(subject.kind));
  const definition = definitions?.find(({ key }) => key === attribute.key);

  const saving = useMutation({
    mutationFn: (value: AttributeValue | null) => changeAttribute(subject, attribute.key, value),
    onSuccess: async () => {
      await refreshConcerned(client, subject, 'attributes');
      onDone();
    },
  });

  const save = (text: string) => {
    const value = parsedValue(attribute.type, text);
    setMalformed(value === undefined);
    if (value === undefined) return;
    if (text === draftOf(attribute.value)) onDone();
    else saving.mutate(value);
  };

  return (
    <EditForm saving={saving.isPending} onSave={() => save(draft)} onCancel={onDone}>
      <ValueInput
        type={attribute.type}
        name={attribute.name}
        options={definition?.options ?? []}
        draft={draft}
        problem={malformed ? t('edit.numberInvalid') : fieldProblem(saving.error, attribute.key, t)}
        onChange={(text) => {
          setDraft(text);
          setMalformed(false);
          if (saving.isError) saving.reset();
        }}
        onChosen={(text) => {
          setDraft(text);
          save(text);
        }}
      />
    </EditForm>
  );
}
