-- All values of one attribute, in stretches of subjects: when it is declared, and before its rules change.

create index attribute_value_key on conversations.attribute_value (key, subject_id);
