import { restart } from '../../core/go';
import { session, signOut } from '../../core/session';
import { change, settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { useWords } from '../../core/words';
import { Page } from '../../kit/page';
import { Button, Card, Choice, Heading } from '../../kit/pieces';

/** Elder mode, size of text, language, look, reading aloud, place, signing out. */
export default function Settings() {
  const tell = useWords();
  const now = useStore(settings);
  const isIn = useStore(session).state !== 'out';
  const onOff = [
    [true, tell('on')],
    [false, tell('off')],
  ] as const;
  return (
    <Page title={tell('settings.title')}>
      <Card as="section">
        <Heading>{tell('elder.title')}</Heading>
        <Choice
          label={tell('elder.title')}
          shape="segments"
          value={now.isElder}
          options={onOff}
          onChange={(isElder) => change({ isElder })}
        />
        {now.isElder && (
          <Choice
            label={tell('elder.size')}
            shape="segments"
            value={now.elderText}
            options={([18, 22, 26, 30] as const).map((size) => [size, String(size)] as const)}
            onChange={(elderText) => change({ elderText })}
          />
        )}
      </Card>
      <Card as="section">
        <Heading>{tell('settings.language')}</Heading>
        <Choice
          label={tell('settings.language')}
          shape="segments"
          value={now.language}
          options={[
            ['zh', '中文'],
            ['en', 'English'],
          ]}
          onChange={(language) => change({ language })}
        />
      </Card>
      <Card as="section">
        <Heading>{tell('settings.look')}</Heading>
        <Choice
          label={tell('settings.look')}
          shape="segments"
          value={now.isDark === undefined ? 'phone' : now.isDark ? 'dark' : 'light'}
          options={[
            ['phone', tell('look.phone')],
            ['light', tell('look.light')],
            ['dark', tell('look.dark')],
          ]}
          onChange={(look) => change({ isDark: look === 'phone' ? undefined : look === 'dark' })}
        />
      </Card>
      <Card as="section">
        <Heading>{tell('settings.spoken')}</Heading>
        <Choice
          label={tell('settings.spoken')}
          shape="segments"
          value={now.isSpoken}
          options={onOff}
          onChange={(isSpoken) => change({ isSpoken })}
        />
      </Card>
      <Card as="section">
        <Heading>{tell('settings.place')}</Heading>
        <Choice
          label={tell('settings.place')}
          shape="segments"
          value={now.usesPlace}
          options={onOff}
          onChange={(usesPlace) => change({ usesPlace })}
        />
      </Card>
      {isIn && (
        <Button kind="danger" onPress={() => void signOut().then(() => restart('home', {}))}>
          {tell('signOut')}
        </Button>
      )}
    </Page>
  );
}
