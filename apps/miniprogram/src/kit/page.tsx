import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { back, go } from '../core/go';
import { online, queued } from '../core/queue';
import { session } from '../core/session';
import { settings } from '../core/settings';
import { useStation } from '../core/station';
import { storageFull } from '../core/keeping';
import { useStore } from '../core/store';
import { updated } from '../core/update';
import { useWords } from '../core/words';
import { classes } from '../platform/element.props';
import { Box, Pressable } from '../platform/elements';
import { device } from '../platform/this-device';
import { Note } from './note';
import { Button } from './pieces';

interface PageProps {
  title: string;
  /** Whether there is a page to go back to. */
  isTop?: boolean;
  /** Stays at the lower edge. */
  dock?: ReactNode;
  children?: ReactNode;
}

/** The frame of every page: look, title, what is wrong with the phone, and in elder mode the station's telephone. */
export function Page({ title, isTop, dock, children }: PageProps) {
  const look = useStore(settings);
  const tell = useWords();
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  return (
    <Box
      className={classes(
        'page',
        look.isElder && `is-elder text-${look.elderText}`,
        look.isDark === undefined ? 'follows-phone' : look.isDark && 'is-dark',
        process.env.TARO_ENV === 'weapp' && 'in-wechat',
      )}
    >
      <Box as="header" className="top">
        {!isTop && (
          <Pressable className="top-back" label={tell('back')} onPress={back}>
            ‹
          </Pressable>
        )}
        <Box as="h1" className="top-title">
          {title}
        </Box>
        {look.isElder && process.env.TARO_ENV === 'h5' && (
          <Pressable className="read-aloud" onPress={() => void device.readPage(look.language)}>
            {tell('readAloud')}
          </Pressable>
        )}
      </Box>
      <Box as="main" className="body">
        <Weather />
        {children}
      </Box>
      <Dock>{dock}</Dock>
    </Box>
  );
}

/** What is wrong with phone and network, on every page. */
function Weather() {
  const tell = useWords();
  const isOnline = useStore(online);
  const isFull = useStore(storageFull);
  const isUpdated = useStore(updated);
  const waiting = useStore(queued).filter(({ state }) => state === 'waiting').length;
  const isExpired = useStore(session).state === 'expired';
  if (isExpired) return null;
  return (
    <>
      {!isOnline && <Note tone="warm">{tell('offlineNow')}</Note>}
      {waiting > 0 && <Note tone="warm">{tell('waitingToSend', { count: waiting })}</Note>}
      {isFull && (
        <Note tone="danger" isSaid>
          {tell('storageFull')}
          <Button kind="quiet" onPress={() => go('storage', {})}>
            {tell('storage.open')}
          </Button>
        </Note>
      )}
      {isUpdated && (
        <Note tone="good">
          {tell('update.ready')}
          <Button kind="quiet" onPress={() => device.reload()}>
            {tell('update.now')}
          </Button>
        </Note>
      )}
    </>
  );
}

function Dock({ children }: { children?: ReactNode }) {
  const { isElder } = useStore(settings);
  if (!isElder && !children) return null;
  return (
    <Box as="footer" className="dock">
      {isElder && <StationPhone />}
      {children}
    </Box>
  );
}

/** A part of its own: nobody asks for the number where it is not shown. */
function StationPhone() {
  const tell = useWords();
  const { phone } = useStation();
  return (
    <Pressable className="phone" onPress={() => device.dial(phone)}>
      {tell('callStation', { phone })}
    </Pressable>
  );
}
