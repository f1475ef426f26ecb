import { ActionIcon, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import { addLabel, createLabel, labelsQuery } from '../api/labels';
import type { AssignedLabel, Id, Label, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { explain } from '../ui/explain';
import { colourFor } from './colour-for';
import { LabelPill } from './label-pill';
import { foldedName, offered } from './offered';

const create = '$create';

/** A plus button that opens a searchable list of what is not on yet; administrators can create a new label. */
export function LabelPicker({ subject, assigned }: { subject: Subject; assigned: AssignedLabel[] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const labels = useQuery({ ...labelsQuery, enabled: combobox.dropdownOpened });
  const { data: me } = useQuery(meQuery);

  const addition = useMutation({
    mutationFn: ({ id }: { id: Id; name: string }) => addLabel(subject, id),
    onError: (error, { name }) => complain(t('labels.notAdded', { name }), error, t),
    onSettled: () => refreshConcerned(queryClient, subject, 'labels'),
  });
  const creation = useMutation({
    mutationFn: (name: string) => createLabel({ name, colour: colourFor(name), appliesTo: [subject.kind] }),
    onSuccess: (label) => {
      void queryClient.invalidateQueries(labelsQuery);
      addition.mutate(label);
    },
    onError: (error, name) => complain(t('labels.notCreated', { name }), error, t),
  });

  const name = search.trim();
  const options = offered(labels.data ?? [], subject.kind, assigned, name);
  const known = labels.data?.some((label) => foldedName(label.name) === foldedName(name)) ?? true;
  const mayCreate = me?.role === 'administrator' && name !== '' && !known;

  const choose = (value: string) => {
    combobox.closeDropdown();
    if (value === create) creation.mutate(name);
    const label = options.find((option) => option.id === value);
    if (label) addition.mutate(label);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={260} position="bottom-start" withinPortal>
      <Combobox.Target targetType="button" withAriaAttributes>
        <ActionIcon
          size="sm"
          radius="xl"
          variant="default"
          loading={addition.isPending || creation.isPending}
          aria-label={t('labels.add')}
          title={t('labels.add')}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={t('labels.search')}
          aria-label={t('labels.search')}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={t('labels.add')}>
          {options.map((label) => (
            <PickedLabel key={label.id} label={label} />
          ))}
          {mayCreate && <Combobox.Option value={create}>{t('labels.create', { name })}</Combobox.Option>}
          {options.length === 0 && !mayCreate && <Combobox.Empty>{emptyText()}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );

  function emptyText(): string {
    if (labels.isPending) return t('common.loading');
    if (labels.isError) return `${t('labels.failed')}. ${explain(labels.error, t)}`;
    return name ? t('labels.nothing') : t('labels.nothingLeft');
  }
}

function PickedLabel({ label }: { label: Label }) {
  return (
    <Combobox.Option value={label.id} title={label.description ?? label.name}>
      <LabelPill label={label} />
    </Combobox.Option>
  );
}
