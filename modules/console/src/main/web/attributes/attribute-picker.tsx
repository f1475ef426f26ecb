import { Combobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionsQuery } from '../api/attributes';
import type { Attribute, AttributeDefinition, Id, Subject } from '../api/types';
import { explain } from '../ui/explain';
import { SearchPicker } from '../ui/search-picker';
import classes from './attributes.module.css';

interface Props {
  subject: Subject;
  site: Id;
  present: Attribute[];
  onPick: (definition: AttributeDefinition) => void;
  ref: Ref<HTMLButtonElement>;
}

/** Offers the attributes that have no value yet. */
export function AttributePicker({ subject, site, present, onPick, ref }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const definitions = useQuery({ ...definitionsQuery(subject.kind), enabled: opened });

  const taken = new Set(present.map(({ key }) => key));
  const folded = search.trim().toLocaleLowerCase();
  const options = (definitions.data ?? []).filter(
    ({ key, name, sites }) =>
      !taken.has(key) &&
      (sites.length === 0 || sites.includes(site)) &&
      `${name}\n${key}`.toLocaleLowerCase().includes(folded),
  );

  const choose = (key: string) => {
    const definition = options.find((option) => option.key === key);
    if (definition) onPick(definition);
  };

  return (
    <SearchPicker
      label={t('attributes.add')}
      searchLabel={t('attributes.search')}
      search={search}
      onSearch={setSearch}
      onOpen={() => setOpened(true)}
      onChoose={choose}
      opensEditor
      ref={ref}
      position="bottom-end"
      emptyText={options.length > 0 ? null : emptyText()}
    >
      {options.map(({ key, name, description }) => (
        <Combobox.Option key={key} value={key}>
          {name}
          {description && <span className={classes.description}>{description}</span>}
        </Combobox.Option>
      ))}
    </SearchPicker>
  );

  function emptyText(): string {
    if (definitions.isPending) return t('common.loading');
    if (definitions.isError) return `${t('attributes.failed')}. ${explain(definitions.error, t)}`;
    return folded ? t('attributes.nothing') : t('attributes.nothingLeft');
  }
}
