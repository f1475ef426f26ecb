import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconListDetails, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionsQuery } from '../api/attributes';
import type { AttributeDefinition, SubjectKind, UndeclaredAttribute } from '../api/types';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import { useKeptFocus } from '../ui/use-kept-focus';
import classes from './attributes-page.module.css';
import { DefinitionsTable } from './definitions-table';
import { UndeclaredKeys } from './undeclared-keys';

interface Props {
  subject: SubjectKind;
  /** A form is open: no other one opens over what is written there. */
  busy: boolean;
  onAdd: () => void;
  onEdit: (definition: AttributeDefinition) => void;
  onDeclare: (used: UndeclaredAttribute) => void;
}

/** The attributes of contacts or of conversations, and what is used without being one. */
export function SubjectAttributes({ subject, busy, onAdd, onEdit, onDeclare }: Props) {
  const { t } = useTranslation();
  const { data: definitions, error, refetch } = useQuery(definitionsQuery(subject));
  const ids = useMemo(() => definitions?.map(({ id }) => id) ?? [], [definitions]);
  const keptFocus = useKeptFocus<HTMLDivElement>(ids);

  return (
    <div {...keptFocus}>
      {!busy && (
        <Button data-add className={classes.add} leftSection={<IconPlus size={16} />} onClick={onAdd}>
          {t('attributeSettings.add')}
        </Button>
      )}
      {definitions && definitions.length > 0 && (
        <DefinitionsTable subject={subject} definitions={definitions} busy={busy} onEdit={onEdit} />
      )}
      {definitions?.length === 0 && (
        <StateMessage
          icon={<IconListDetails />}
          title={t('attributeSettings.none')}
          text={t('attributeSettings.noneText')}
        />
      )}
      {!definitions && !error && <Skeleton height={160} aria-label={t('common.loading')} role="status" />}
      {!definitions && error && (
        <StateMessage
          icon={<IconCloudOff />}
          title={t('attributeSettings.failed')}
          text={explain(error, t)}
          alert
        >
          <Button variant="light" onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        </StateMessage>
      )}
      <UndeclaredKeys subject={subject} busy={busy} onDeclare={onDeclare} />
    </div>
  );
}
