import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { asked } from '../../core/asked';
import { go } from '../../core/go';
import { session } from '../../core/session';
import { change, settings } from '../../core/settings';
import { useStore } from '../../core/store';
import { useWords } from '../../core/words';
import { Page } from '../../kit/page';
import { Button } from '../../kit/pieces';
import { Empty, TroubleState } from '../../kit/states';
import { Box, Pressable } from '../../platform/elements';
import { ErrandsTab } from '../../parts/errands-tab';
import { FeedTab } from '../../parts/feed-tab';
import { MeTab } from '../../parts/me-tab';
import { MinutesTab } from '../../parts/minutes-tab';
import { NeedsTab } from '../../parts/needs-tab';

const volunteerTabs = ['feed', 'errands', 'minutes', 'me'] as const;
const residentTabs = ['needs', 'me'] as const;
type Tab = (typeof volunteerTabs)[number] | (typeof residentTabs)[number];

const shown: Record<Tab, () => ReactNode> = {
  feed: FeedTab,
  errands: ErrandsTab,
  minutes: MinutesTab,
  me: MeTab,
  needs: NeedsTab,
};

/** The first page: what can be grabbed, for a volunteer; one's needs, for a resident. */
export default function Home() {
  const tell = useWords();
  const current = useStore(session);
  const tabAsked = useRouter().params['tab'] as Tab | undefined;
  const isResident = current.state !== 'out' && current.grant.role === 'resident';
  const tabs: readonly Tab[] = isResident ? residentTabs : volunteerTabs;
  const [tab, setTab] = useState<Tab>();
  const waiting = useStore(asked);
  const open = [tab, tabAsked].find((each) => each && tabs.includes(each)) ?? tabs[0] ?? 'me';
  if (current.state === 'out') return <Welcome />;
  const Shown = shown[open];
  return (
    <Page
      isTop
      title={tell(`tab.${open}`)}
      dock={
        <Box as="nav" className="dock-row" label={tell('tabs')}>
          {tabs.map((each) => (
            <Pressable key={each} className="tab" isPressed={each === open} onPress={() => setTab(each)}>
              {tell(`tab.${each}`)}
              {each === 'me' && waiting > 0 && (
                <Box as="span" className="count">
                  {waiting}
                </Box>
              )}
            </Pressable>
          ))}
        </Box>
      }
    >
      {current.state === 'expired' ? <TroubleState trouble={{ kind: 'expired' }} /> : <Shown />}
    </Page>
  );
}

function Welcome() {
  const tell = useWords();
  const { isElder, language } = useStore(settings);
  return (
    <Page isTop title={tell('appName')}>
      <Empty mark="顺" title={tell('welcome')}>
        <Box as="p" className="soft">
          {tell('welcomeHow')}
        </Box>
        <Button size="tall" onPress={() => go('sign-in', {})}>
          {tell('signIn.title')}
        </Button>
        <Button kind="quiet" size="tall" onPress={() => change({ isElder: !isElder })}>
          {tell(isElder ? 'elder.leave' : 'elder.enter')}
        </Button>
        <Button kind="quiet" onPress={() => change({ language: language === 'zh' ? 'en' : 'zh' })}>
          {language === 'zh' ? 'English' : '中文'}
        </Button>
      </Empty>
    </Page>
  );
}
