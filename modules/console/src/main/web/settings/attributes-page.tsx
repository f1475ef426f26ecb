import { Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import type { AttributeDefinition, SubjectKind } from '../api/types';
import { StateMessage } from '../ui/state-message';
import page from './agents-page.module.css';
import classes from './attributes-page.module.css';
import { type DefinitionDraft, draftOfDefinition, draftOfUndeclared, emptyDraft } from './definition-draft';
import { DefinitionForm } from './definition-form';
import { SubjectAttributes } from './subject-attributes';

const subjects = ['contact', 'conversation'] as const;

interface Opened {
  definition: AttributeDefinition | null;
  start: DefinitionDraft;
}

/** Which attributes there are of contacts and of conversations: to make, change and delete them. */
export function AttributesPage() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  if (me?.role === 'administrator') return <AttributeSettings />;
  return (
    <main className={page.page}>
      {me && (
        <StateMessage
          icon={<IconLock />}
          title={t('attributeSettings.title')}
          text={t('attributeSettings.forbidden')}
        />
      )}
    </main>
  );
}

function AttributeSettings() {
  const { t } = useTranslation();
  const [subject, setSubject] = useState<SubjectKind>('contact');
  const { opened, open, close, within } = useForm();

  const saved = (definition: AttributeDefinition, made: boolean) => {
    setSubject(definition.subject);
    close(!made);
    tell(
      made
        ? t('attributeSettings.form.made', { name: definition.name })
        : t('attributeSettings.form.saved', { name: definition.name }),
    );
  };
  const tell = (message: string) =>
    notifications.show({
      message,
      role: 'status',
      autoClose: 5000,
      closeButtonProps: { 'aria-label': t('common.close') },
    });

  return (
    <main ref={within} className={`${page.page} ${classes.page}`}>
      <h1 className={page.title}>{t('attributeSettings.title')}</h1>
      <p className={page.lead}>{t('attributeSettings.lead')}</p>
      {opened && (
        <DefinitionForm
          {...opened}
          onSaved={(definition) => saved(definition, opened.definition === null)}
          onCancel={() => close(true)}
        />
      )}
      <Tabs
        value={subject}
        onChange={(value) => setSubject(subjects.find((one) => one === value) ?? 'contact')}
        keepMounted={false}
      >
        <Tabs.List>
          {subjects.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`attributeSettings.form.subjects.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {subjects.map((value) => (
          <Tabs.Panel key={value} value={value}>
            <SubjectAttributes
              subject={value}
              busy={opened !== null}
              onAdd={() => open({ definition: null, start: emptyDraft(value) })}
              onEdit={(definition) => open({ definition, start: draftOfDefinition(definition) })}
              onDeclare={(used) => open({ definition: null, start: draftOfUndeclared(used) })}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </main>
  );
}

/** Which form is open. When it closes, the keyboard goes back to what opened it, or to the button that makes another. */
function useForm() {
  const within = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    if (wasOpen.current && !opened) {
      const back = opener.current?.isConnected ? opener.current : null;
      (back ?? within.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
    }
    wasOpen.current = opened !== null;
  }, [opened]);

  return {
    opened,
    within,
    open: (form: Opened) => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setOpened(form);
    },
    /** What opened it is still there, and its place. */
    close: (back: boolean) => {
      if (!back) opener.current = null;
      setOpened(null);
    },
  };
}
