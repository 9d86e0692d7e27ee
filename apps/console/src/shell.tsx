import { Button, Modal } from 'antd';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { api } from './api';
import { useOrganisation } from './divisions/organisation.name';
import { chooseLanguage, chooseMode, useLanguage, useMode, useTerm, useText } from './language';
import { useHints, useIsLive, useIsOnline } from './live';
import { type Place, places } from './places';
import { keepSession, type Role, useSession } from './session';
import { roleNames } from './terms';

/** Language, and light or dark. */
export function Switches() {
  const t = useText();
  const language = useLanguage();
  const mode = useMode();
  return (
    <>
      <Button type="text" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
        <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{language === 'zh' ? 'English' : '中文'}</span>
      </Button>
      <Button type="text" onClick={() => chooseMode(mode === 'dark' ? 'light' : 'dark')}>
        {mode === 'dark' ? t('浅色', 'Light') : t('深色', 'Dark')}
      </Button>
    </>
  );
}

/** What surrounds every page: where one can go, who one is, and whether what is shown is live. */
export function Shell({ role, children }: { role: Role; children: ReactNode }) {
  const t = useText();
  const term = useTerm();
  useHints();
  const inBar = places.filter(({ key, roles }) => key !== undefined && roles.includes(role));
  const [isHelping, setHelping] = useState(false);
  useKeys(inBar, () => setHelping(true));
  return (
    <>
      <a className="skip" href="#content">
        {t('跳到正文', 'Skip to content')}
      </a>
      <header className="bar">
        <span className="brand">{t('顺路', 'Shunlu')}</span>
        <nav aria-label={t('页面', 'Pages')}>
          {inBar.map(({ path, name, key }) => (
            <NavLink key={path} to={path} end aria-keyshortcuts={key}>
              {term(name)}
            </NavLink>
          ))}
        </nav>
        <span className="tools">
          <Live />
          <Button type="text" aria-keyshortcuts="?" onClick={() => setHelping(true)}>
            {t('快捷键', 'Keys')}
          </Button>
          <Switches />
          <Who role={role} />
        </span>
      </header>
      <Offline />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<p role="status">{t('正在打开…', 'Opening …')}</p>}>{children}</Suspense>
      </main>
      <Help inBar={inBar} isOpen={isHelping} close={() => setHelping(false)} />
    </>
  );
}

interface HelpProps {
  inBar: readonly Place[];
  isOpen: boolean;
  close: () => void;
}

/** Every key there is, and where it leads. */
function Help({ inBar, isOpen, close }: HelpProps) {
  const t = useText();
  const term = useTerm();
  return (
    <Modal open={isOpen} title={t('快捷键', 'Keyboard shortcuts')} footer={null} onCancel={close}>
      <dl className="keys">
        {inBar.map(({ path, name, key }) => (
          <div key={path}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{term(name)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t('提交表单', 'Send the form')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Z</kbd>
          </dt>
          <dd>{t('撤回刚才一步（有提示时）', 'Undo the last step, while it is offered')}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('打开本表', 'Open this list')}</dd>
        </div>
      </dl>
    </Modal>
  );
}

/** A key alone, where nothing is being typed. */
function useKeys(own: readonly { path: string; key?: string }[], help: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName)) return;
      const place = own.find(({ key }) => key === event.key);
      if (event.key === '?') help();
      else if (place) void navigate(place.path);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function Live() {
  const t = useText();
  const isLive = useIsLive();
  return (
    <span className={isLive ? 'live on' : 'live'} role="status">
      {isLive ? t('实时', 'Live') : t('每半分钟更新', 'Every half minute')}
    </span>
  );
}

function Offline() {
  const t = useText();
  if (useIsOnline()) return null;
  return (
    <div className="offline" role="alert">
      {t(
        '网络已断开：看到的是断开前的内容，提交会失败，联网后自动更新。',
        'You are offline: this is how things stood before. Nothing can be sent; the page updates itself later.',
      )}
    </div>
  );
}

function Who({ role }: { role: Role }) {
  const t = useText();
  const term = useTerm();
  const session = useSession();
  const organisation = useOrganisation(session?.organisationId);
  const leave = () => {
    void api
      .post('/api/v1/auth/sign-out')
      .catch(() => undefined)
      .then(() => keepSession(undefined));
  };
  return (
    <>
      <NavLink className="who" to="/own" title={t('我的账号', 'My account')}>
        {organisation.data?.name ?? term(roleNames[role])}
      </NavLink>
      <Button onClick={leave}>{t('退出', 'Sign out')}</Button>
    </>
  );
}
