import type { ReactNode } from 'react';
import { classes } from '../platform/element.props';
import { Box, Pressable } from '../platform/elements';

interface ButtonProps {
  children: ReactNode;
  onPress: () => void;
  kind?: 'primary' | 'quiet' | 'danger';
  size?: 'slim' | 'tall';
  isBusy?: boolean;
  isDisabled?: boolean;
  label?: string;
}

/** Does something. */
export function Button({
  children,
  onPress,
  kind = 'primary',
  size,
  isBusy,
  isDisabled,
  label,
}: ButtonProps) {
  return (
    <Pressable
      className={classes('button', `is-${kind}`, size && `is-${size}`)}
      label={label}
      isBusy={isBusy}
      isDisabled={isDisabled || isBusy}
      onPress={onPress}
    >
      {children}
    </Pressable>
  );
}

/** Things that belong together. */
export function Card({ children, as }: { children: ReactNode; as?: 'li' | 'section' }) {
  return (
    <Box as={as} className="card">
      <Box className="stack">{children}</Box>
    </Box>
  );
}

/** A word about a thing. */
export function Tag({ children, tone }: { children: ReactNode; tone?: 'warm' | 'danger' | 'plain' }) {
  return (
    <Box as="span" className={classes('tag', tone && `is-${tone}`)}>
      {children}
    </Box>
  );
}

/** The heading of a part of a page. */
export function Heading({ children }: { children: ReactNode }) {
  return (
    <Box as="h2" className="section-title">
      {children}
    </Box>
  );
}

/** A name and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box className="row between">
      <Box className="soft">{name}</Box>
      <Box className="strong">{children}</Box>
    </Box>
  );
}

/** Leads to another page. */
export function Line({
  children,
  aside,
  onPress,
}: {
  children: ReactNode;
  aside?: ReactNode;
  onPress: () => void;
}) {
  return (
    <Pressable className="line" onPress={onPress}>
      <Box as="span" className="grow">
        {children}
      </Box>
      {aside !== undefined && (
        <Box as="span" className="soft">
          {aside}
        </Box>
      )}
      <Box as="span" isDecoration>
        ›
      </Box>
    </Pressable>
  );
}

interface ChoiceProps<T extends string | number | boolean> {
  label: string;
  value: T | undefined;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  shape?: 'segments' | 'tiles' | 'wrap';
}

/** One of a few. */
export function Choice<T extends string | number | boolean>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, shape = 'wrap' } = props;
  return (
    <Box role="group" label={label} className={shape === 'wrap' ? 'row wrap' : shape}>
      {options.map(([option, wording]) => (
        <Pressable
          key={String(option)}
          className="chip"
          isPressed={option === value}
          onPress={() => onChange(option)}
        >
          {wording}
        </Pressable>
      ))}
    </Box>
  );
}
