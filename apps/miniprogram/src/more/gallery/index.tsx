import { useState } from 'react';
import type { Loaded } from '../../core/load';
import { useWords } from '../../core/words';
import { Denied } from '../../kit/denied';
import { Face } from '../../kit/face';
import { Field } from '../../kit/field';
import { Note } from '../../kit/note';
import { Page } from '../../kit/page';
import { PhotoField } from '../../kit/photo';
import { Button, Card, Choice, Fact, Heading, Line, Tag } from '../../kit/pieces';
import { Sheet } from '../../kit/sheet';
import { Stars } from '../../kit/stars';
import { Empty, Shown, TroubleState } from '../../kit/states';
import { Box } from '../../platform/elements';

const still: Loaded<string> = { isLoading: true, again: () => undefined };

/** Every component of the library, by name, in every state: what a designer looks at first. */
export default function Gallery() {
  const tell = useWords();
  const [text, setText] = useState('');
  const [choice, setChoice] = useState('a');
  const [isOpen, setOpen] = useState(false);
  const options = [
    ['a', tell('gallery.one')],
    ['b', tell('gallery.two')],
  ] as const;
  return (
    <Page title={tell('gallery.title')}>
      <Heading>Button</Heading>
      <Button onPress={() => setOpen(true)}>primary · Sheet</Button>
      <Button kind="quiet" onPress={() => undefined}>
        quiet
      </Button>
      <Button kind="danger" onPress={() => undefined}>
        danger
      </Button>
      <Button isDisabled onPress={() => undefined}>
        disabled
      </Button>
      <Button isBusy onPress={() => undefined}>
        busy
      </Button>
      <Button size="tall" onPress={() => undefined}>
        tall
      </Button>
      <Heading>Choice</Heading>
      <Choice label="segments" shape="segments" value={choice} options={options} onChange={setChoice} />
      <Choice label="tiles" shape="tiles" value={choice} options={options} onChange={setChoice} />
      <Choice label="wrap" value={choice} options={options} onChange={setChoice} />
      <Heading>Field</Heading>
      <Field id="gallery-text" label={tell('gallery.one')} value={text} onChange={setText} />
      <Field
        id="gallery-wrong"
        label={tell('gallery.two')}
        value={text}
        onChange={setText}
        wrong={tell('unknownHow')}
      />
      <Heading>Note</Heading>
      <Note>plain</Note>
      <Note tone="good">good</Note>
      <Note tone="warm">warm</Note>
      <Note tone="danger">danger</Note>
      <Heading>Card · Fact · Tag · Line</Heading>
      <Card>
        <Fact name={tell('minutes.balance')}>120</Fact>
        <Box className="row wrap">
          <Tag>tag</Tag>
          <Tag tone="warm">warm</Tag>
          <Tag tone="danger">danger</Tag>
          <Tag tone="plain">plain</Tag>
        </Box>
        <Line aside="aside" onPress={() => undefined}>
          Line
        </Line>
      </Card>
      <Heading>Stars</Heading>
      <Stars level={0} />
      <Stars level={3} />
      <Heading>Face</Heading>
      <Face
        image={undefined}
        name={tell('gallery.one')}
        label={tell('gallery.one')}
        none={tell('comer.none')}
      />
      <Heading>PhotoField</Heading>
      <PhotoField label={tell('gallery.one')} value={undefined} onChange={() => undefined} />
      <Heading>Denied</Heading>
      {(['place', 'camera'] as const).map((what) => (
        <Card key={what}>
          <Denied what={what} denial="denied" again={() => undefined} />
        </Card>
      ))}
      <Heading>Shown</Heading>
      <Shown loaded={still}>{() => null}</Shown>
      <Heading>Empty</Heading>
      <Empty mark="歇" title={tell('feed.empty')} />
      <Heading>TroubleState</Heading>
      {(['offline', 'slow', 'busy', 'expired', 'unknown'] as const).map((kind) => (
        <Card key={kind}>
          <TroubleState trouble={{ kind }} />
        </Card>
      ))}
      {isOpen && (
        <Sheet title="Sheet" onClose={() => setOpen(false)}>
          <Button onPress={() => setOpen(false)}>{tell('close')}</Button>
        </Sheet>
      )}
    </Page>
  );
}
