import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attribute, AttributeDefinition, Id, PendingAttribute, Subject } from '../api/types';
import { Section } from '../ui/section';
import { useKeptFocus } from '../ui/use-kept-focus';
import { AttributeEditor } from './attribute-editor';
import { AttributePicker } from './attribute-picker';
import { AttributeRow } from './attribute-row';
import classes from './attributes.module.css';

interface Props {
  subject: Subject;
  title: string;
  attributes: Attribute[];
  /** Those without a value that a provider may still bring. */
  pending: PendingAttribute[];
  /** The site that the conversation belongs to: attributes of other sites are not offered. */
  site: Id;
}

/** The custom attributes of a contact or conversation. */
export function Attributes({ subject, title, attributes, pending, site }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<AttributeDefinition | null>(null);
  const waiting = pending.filter(({ key }) => key !== adding?.key);
  const [added, setAdded] = useState<string | null>(null);
  const picker = useRef<HTMLButtonElement>(null);
  const focus = useKeptFocus<HTMLElement>(attributes.map(({ key }) => key));

  const cancel = () => {
    setAdding(null);
    picker.current?.focus();
  };
  const save = () => {
    setAdding(null);
    setAdded(adding?.key ?? null);
  };

  return (
    <Section
      {...focus}
      title={title}
      action={
        <AttributePicker ref={picker} subject={subject} site={site} present={attributes} onPick={setAdding} />
      }
    >
      {attributes.length + waiting.length === 0 && !adding && (
        <p className={classes.none}>{t('attributes.none')}</p>
      )}
      <ul className={classes.list} aria-label={title}>
        {attributes.map((attribute) => (
          <AttributeRow
            key={attribute.key}
            subject={subject}
            attribute={attribute}
            takesFocus={attribute.key === added}
          />
        ))}
        {waiting.map(({ key, name }) => (
          <li key={key} className={classes.attribute}>
            <div className={classes.head}>
              <span className={classes.name} title={name} dir="auto">
                {name}
              </span>
            </div>
            <p className={classes.none}>{t('common.lookingUp')}</p>
          </li>
        ))}
        {adding && (
          <li className={classes.attribute}>
            <div className={classes.head}>
              <span className={classes.name}>{adding.name}</span>
            </div>
            <AttributeEditor
              key={adding.key}
              subject={subject}
              attribute={adding}
              present={null}
              onDone={save}
              onCancel={cancel}
            />
          </li>
        )}
      </ul>
    </Section>
  );
}
