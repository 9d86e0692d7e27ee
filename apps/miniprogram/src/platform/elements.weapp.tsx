import { Button, Image, Input, Textarea, View } from '@tarojs/components';
import {
  type BoxProps,
  classes,
  type EntryProps,
  type PictureProps,
  type PressableProps,
} from './element.props';

/** A part of a page; headings and lists are told apart by their class. */
export function Box({ as = 'div', className, role, label, isDecoration: _, ...rest }: BoxProps) {
  return <View className={classes(`is-${as}`, className)} ariaRole={role} ariaLabel={label} {...rest} />;
}

/** Whatever can be tapped. */
export function Pressable({ className, label, isPressed, isDisabled, onPress, children }: PressableProps) {
  return (
    <Button
      className={classes('bare', isPressed && 'is-pressed', className)}
      hoverClass="is-touched"
      ariaLabel={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}

/** Whatever is not drawn by us. */
export function Picture({ className, src, label }: PictureProps) {
  return <Image className={className} src={src} mode="widthFix" ariaLabel={label} />;
}

/** Whatever can be typed. */
export function Entry({ kind = 'text', onChange, value, id, maxLength, placeholder, label }: EntryProps) {
  const shared = {
    id,
    value,
    placeholder,
    className: 'entry',
    maxlength: maxLength ?? 140,
    ariaLabel: label,
  };
  if (kind === 'long') return <Textarea {...shared} onInput={({ detail }) => onChange(detail.value)} />;
  return (
    <Input
      {...shared}
      type={kind === 'text' ? 'text' : 'number'}
      onInput={({ detail }) => onChange(detail.value)}
    />
  );
}
