import {
  type BoxProps,
  classes,
  type EntryProps,
  type PictureProps,
  type PressableProps,
} from './element.props';

// In browsers the elements are HTML's own: they come with roles, keys and focus, and weigh nothing.

/** A part of a page. */
export function Box({ as: Tag = 'div', label, isDecoration, ...rest }: BoxProps) {
  return <Tag aria-label={label} aria-hidden={isDecoration || undefined} {...rest} />;
}

/** Whatever can be tapped. */
export function Pressable(props: PressableProps) {
  const { className, label, isPressed, isDisabled, isBusy, onPress, children } = props;
  return (
    <button
      type="button"
      className={classes('bare', className)}
      aria-label={label}
      aria-pressed={isPressed}
      aria-busy={isBusy || undefined}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** Whatever is not drawn by us. */
export function Picture({ className, src, label }: PictureProps) {
  return <img className={className} src={src} alt={label} />;
}

const keyboards = { text: 'text', number: 'numeric', phone: 'tel', code: 'numeric', long: 'text' } as const;

/** Whatever can be typed. */
export function Entry({ kind = 'text', onChange, describedBy, isWrong, label, ...rest }: EntryProps) {
  const shared = {
    ...rest,
    className: 'entry',
    'aria-label': label,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describedBy,
  };
  if (kind === 'long')
    return <textarea rows={3} {...shared} onChange={({ target }) => onChange(target.value)} />;
  return (
    <input
      type={kind === 'phone' ? 'tel' : 'text'}
      inputMode={keyboards[kind]}
      autoComplete={kind === 'code' ? 'one-time-code' : kind === 'phone' ? 'tel' : 'off'}
      {...shared}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
