import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attribute, AttributeDefinition, Id, Subject } from '../api/types';
import { Section } from '../ui/section';
import { AttributeEditor } from './attribute-editor';
import { AttributePicker } from './attribute-picker';
import { AttributeRow } from './attribute-row';
import classes from './attributes.module.css';

interface Props {
  subject: Subject;
  title: string;
  attributes: Attribute[];
  /** The site that the conversation belongs to: attributes of other sites are not offered. */
  site: Id;
}

/** The custom attributes of a contact or conversation. */
export function Attributes({ subject, title, attributes, site }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<AttributeDefinition | null>(null);

  return (
    <Section
      title={title}
      action={<AttributePicker subject={subject} site={site} present={attributes} onPick={setAdding} />}
    >
      {attributes.length === 0 && !adding && <p className={classes.none}>{t('attributes.none')}</p>}
      <ul className={classes.list} aria-label={title}>
        {attributes.map((attribute) => (
          <AttributeRow key={attribute.key} subject={subject} attribute={attribute} />
        ))}
        {adding && (
          <li className={classes.attribute}>
            <div className={classes.head}>
              <span className={classes.name}>{adding.name}</span>
            </div>
            <AttributeEditor
              key={adding.key}
              subject={subject}
              attribute={{ ...adding, value: null }}
              onDone={() => setAdding(null)}
            />
          </li>
        )}
      </ul>
    </Section>
  );
}
