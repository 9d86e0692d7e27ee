import { useState } from 'react';
import { useWords } from '../../core/words';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Button, Choice, Heading } from '../../kit/pieces';
import { useLaterWords } from '../words';
import { asksBirthDay, documentTypes, isMinor, isWhole, type TypedDocument } from './document';

/** Who one is, as it is typed. */
export interface Person extends TypedDocument {
  name: string;
  phone: string;
  guardianName: string;
}

interface WhoProps {
  person: Person;
  onChange: (person: Person) => void;
  onNext: () => void;
}

/** The first step: name, document, telephone; the guardian of who is under 18. */
export function Who({ person, onChange, onNext }: WhoProps) {
  const tell = useLaterWords();
  const { name, documentType, idNumber, birthDay, phone, guardianName } = person;
  const put = (part: Partial<Person>) => onChange({ ...person, ...part });
  const [now] = useState(() => Date.now());
  const needsGuardian = isMinor(person, now);
  const isReady = name && isWhole(person) && phone.length === 11 && (!needsGuardian || guardianName);
  return (
    <>
      <Field
        id="name"
        label={tell('person.name')}
        maxLength={30}
        value={name}
        onChange={(name) => put({ name })}
      />
      <Heading>{tell('document.title')}</Heading>
      <Choice
        label={tell('document.title')}
        value={documentType}
        onChange={(documentType) => put({ documentType })}
        options={documentTypes.map((type) => [type, tell(`document.${type}`)] as const)}
      />
      <Field
        id="id-number"
        label={tell(documentType === 'residentId' ? 'person.idNumber' : 'document.number')}
        maxLength={18}
        value={idNumber}
        onChange={(idNumber) => put({ idNumber: idNumber.trim() })}
      />
      {asksBirthDay(person) && (
        <Field
          id="birth-day"
          kind="number"
          label={tell('document.birthDay')}
          maxLength={10}
          value={birthDay}
          onChange={(birthDay) => put({ birthDay })}
        />
      )}
      <Field
        id="phone"
        kind="phone"
        label={tell('person.phone')}
        maxLength={11}
        value={phone}
        onChange={(phone) => put({ phone })}
      />
      {needsGuardian && (
        <Guardian guardianName={guardianName} onChange={(guardianName) => put({ guardianName })} />
      )}
      <Button size="tall" isDisabled={!isReady} onPress={onNext}>
        {tell('next')}
      </Button>
    </>
  );
}

function Guardian(props: { guardianName: string; onChange: (name: string) => void }) {
  const tell = useWords();
  return (
    <>
      <Note tone="warm">{tell('register.guardian')}</Note>
      <Field
        id="guardian"
        label={tell('register.guardianName')}
        maxLength={30}
        value={props.guardianName}
        onChange={props.onChange}
      />
    </>
  );
}
