import type { ReactNode } from 'react';

/** What a box means, for who cannot see it. */
export type Meaning =
  'div' | 'main' | 'nav' | 'section' | 'header' | 'footer' | 'ul' | 'li' | 'h1' | 'h2' | 'h3' | 'p' | 'span';

export interface BoxProps {
  as?: Meaning;
  className?: string;
  id?: string;
  role?: 'alert' | 'status' | 'dialog' | 'group' | 'img';
  /** Read aloud instead of what is inside. */
  label?: string;
  /** Left out when read aloud. */
  isDecoration?: boolean;
  children?: ReactNode;
}

export interface PressableProps {
  className?: string;
  label?: string;
  /** For choices and switches: whether it is the chosen one. */
  isPressed?: boolean;
  isDisabled?: boolean;
  isBusy?: boolean;
  onPress: () => void;
  children?: ReactNode;
}

export interface EntryProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  kind?: 'text' | 'number' | 'phone' | 'code' | 'long';
  maxLength?: number;
  placeholder?: string;
  /** Id of the text that says what is wrong. */
  describedBy?: string;
  isWrong?: boolean;
  label?: string;
}

export interface PictureProps {
  className?: string;
  /** A data address, or a file of the app. */
  src: string;
  /** What is to be seen, for who cannot see it. */
  label: string;
}

/** Names of classes, those that are not empty. */
export const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ');
