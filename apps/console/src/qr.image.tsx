import { QRCode } from 'antd';

/** A code to be scanned: black on white, on paper and on screens of either mode. */
export function QrImage({ value, label }: { value: string; label: string }) {
  return (
    <span className="qr">
      <QRCode aria-label={label} value={value} type="svg" size={180} color="#000" bgColor="#fff" />
    </span>
  );
}
