import { Combobox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLabel, createLabel, labelsQuery } from '../api/labels';
import type { AssignedLabel, Id, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { explain } from '../ui/explain';
import { SearchPicker } from '../ui/search-picker';
import { colourFor } from './colour-for';
import { LabelPill } from './label-pill';
import { foldedName, offered } from './offered';

// No label's id: these are UUIDs.
const create = '$create';

/** Offers the labels that are not on yet, and to create one that is searched in vain. */
export function LabelPicker({ subject, assigned }: { subject: Subject; assigned: AssignedLabel[] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const labels = useQuery({ ...labelsQuery, enabled: opened });

  const addition = useMutation({
    mutationFn: ({ id }: { id: Id; name: string }) => addLabel(subject, id),
    onError: (error, { name }) => complain(t('labels.notAdded', { name }), error, t),
    onSettled: () => refreshConcerned(queryClient, subject, 'labels'),
  });
  const creation = useMutation({
    mutationFn: (name: string) => createLabel({ name, colour: colourFor(name), appliesTo: [subject.kind] }),
    onSuccess: (label) => {
      void queryClient.invalidateQueries({ queryKey: labelsQuery.queryKey });
      addition.mutate(label);
    },
    onError: (error, name) => complain(t('labels.notCreated', { name }), error, t),
  });

  const name = search.trim();
  const options = offered(labels.data ?? [], subject.kind, assigned, name);
  const known = labels.data?.some((label) => foldedName(label.name) === foldedName(name)) ?? true;
  const creatable = name !== '' && !known;

  const choose = (value: string) => {
    if (value === create) return creation.mutate(name);
    const label = options.find((option) => option.id === value);
    if (label) addition.mutate(label);
  };

  return (
    <SearchPicker
      label={t('labels.add')}
      searchLabel={t('labels.search')}
      search={search}
      onSearch={setSearch}
      onOpen={() => setOpened(true)}
      onChoose={choose}
      busy={addition.isPending || creation.isPending}
      emptyText={options.length > 0 || creatable ? null : emptyText()}
    >
      {options.map((label) => (
        <Combobox.Option key={label.id} value={label.id} title={label.description ?? label.name}>
          <LabelPill label={label} />
        </Combobox.Option>
      ))}
      {creatable && <Combobox.Option value={create}>{t('labels.create', { name })}</Combobox.Option>}
    </SearchPicker>
  );

  function emptyText(): string {
    if (labels.isPending) return t('common.loading');
    if (labels.isError) return `${t('labels.failed')}. ${explain(labels.error, t)}`;
    return name ? t('labels.nothing') : t('labels.nothingLeft');
  }
}
