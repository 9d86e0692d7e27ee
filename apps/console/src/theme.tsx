import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useLanguage, useMode } from './language';

/** antd's own greys and greens fail the contrast rule; these are the lightest that hold 4.5 : 1. */
const tokens = {
  light: {
    colorPrimary: '#0b57a4',
    colorLink: '#0b57a4',
    colorLinkHover: '#083f78',
    colorLinkActive: '#083f78',
    colorSuccess: '#1b6e3c',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorTextPlaceholder: '#5f6670',
    colorTextDescription: '#565d66',
    colorTextSecondary: '#4b525b',
    colorTextTertiary: '#5f6670',
    colorTextDisabled: '#61676f',
  },
  dark: {
    colorPrimary: '#2f74c0',
    colorLink: '#8ab8f0',
    colorLinkHover: '#b6d4f7',
    colorLinkActive: '#b6d4f7',
    colorSuccess: '#6cc58c',
    colorWarning: '#e3b341',
    colorError: '#ff8a80',
    colorTextPlaceholder: '#a3abb5',
    colorTextDescription: '#b3bac3',
    colorTextSecondary: '#c2c8cf',
    colorTextTertiary: '#a3abb5',
    colorTextDisabled: '#9aa2ab',
  },
};

const fontFamily =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** antd in the language and the light or dark of this person; the page itself is told of both. */
export function Theme({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const chosen = useMode();
  // Paper is white whatever the screen is.
  const mode = useIsPaper() ? 'light' : chosen;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['mode'] = mode;
  }, [language, mode]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { ...tokens[mode], fontFamily, borderRadius: 8, motion: false },
      }}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}

const paper = window.matchMedia('print');

/** Whether the page is being laid out for print. */
function useIsPaper(): boolean {
  return useSyncExternalStore(
    (tell) => {
      paper.addEventListener('change', tell);
      return () => paper.removeEventListener('change', tell);
    },
    () => paper.matches,
  );
}
