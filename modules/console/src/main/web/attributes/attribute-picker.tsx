import { ActionIcon, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionsQuery } from '../api/attributes';
import type { Attribute, AttributeDefinition, Subject } from '../api/types';
import { explain } from '../ui/explain';
import classes from './attributes.module.css';

interface Props {
  subject: Subject;
  present: Attribute[];
  onPick: (definition: AttributeDefinition) => void;
}

/** A plus button that opens a searchable list of the attributes that have no value yet. */
export function AttributePicker({ subject, present, onPick }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const definitions = useQuery({ ...definitionsQuery(subject.kind), enabled: combobox.dropdownOpened });

  const taken = new Set(present.map(({ key }) => key));
  const folded = search.trim().toLocaleLowerCase();
  const options = (definitions.data ?? []).filter(
    ({ key, name }) => !taken.has(key) && `${name}\n${key}`.toLocaleLowerCase().includes(folded),
  );

  const choose = (key: string) => {
    combobox.closeDropdown();
    const definition = options.find((option) => option.key === key);
    if (definition) onPick(definition);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={260} position="bottom-end" withinPortal>
      <Combobox.Target targetType="button">
        <ActionIcon
          size="sm"
          radius="xl"
          variant="default"
          aria-label={t('attributes.add')}
          title={t('attributes.add')}
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
          placeholder={t('attributes.search')}
          aria-label={t('attributes.search')}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={t('attributes.add')}>
          {options.map(({ key, name, description }) => (
            <Combobox.Option key={key} value={key}>
              {name}
              {description && <span className={classes.description}>{description}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{emptyText()}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );

  function emptyText(): string {
    if (definitions.isPending) return t('common.loading');
    if (definitions.isError) return `${t('attributes.failed')}. ${explain(definitions.error, t)}`;
    return folded ? t('attributes.nothing') : t('attributes.nothingLeft');
  }
}
