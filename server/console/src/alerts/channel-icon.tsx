import {
  ApiOutlined,
  CloudUploadOutlined,
  CopyOutlined,
  DesktopOutlined,
  DownloadOutlined,
  DragOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  FormOutlined,
  HddOutlined,
  MailOutlined,
  MobileOutlined,
  PrinterOutlined,
  SafetyCertificateOutlined,
  SaveOutlined,
  SnippetsOutlined,
  UsbOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { Channel } from '@kedun/shared/contracts/vocabulary';
import type { ComponentType } from 'react';

const ICONS: Readonly<Record<Channel, ComponentType>> = {
  'clipboard.copy': CopyOutlined,
  'clipboard.paste': SnippetsOutlined,
  'upload.file': CloudUploadOutlined,
  'upload.form': FormOutlined,
  'network.request': ApiOutlined,
  'mail.send': MailOutlined,
  download: DownloadOutlined,
  print: PrinterOutlined,
  drag: DragOutlined,
  screen: DesktopOutlined,
  'removable.attach': UsbOutlined,
  'removable.write': HddOutlined,
  'mobile-device.attach': MobileOutlined,
  'optical.burn': SaveOutlined,
  'share.write': FolderOpenOutlined,
  'file.at-rest': FileSearchOutlined,
  posture: SafetyCertificateOutlined,
  account: UserSwitchOutlined,
};

export function ChannelIcon(props: { channel: Channel }) {
  const Icon = ICONS[props.channel];
  return (
    <span className="kd-channel-icon" aria-hidden="true">
      <Icon />
    </span>
  );
}
