import { BellOutlined, LaptopOutlined } from '@ant-design/icons';

/** Pages in the rail and in the bottom bar, in order. */
export const NAV_ITEMS = [
  { to: '/alerts', label: 'nav/alerts', icon: <BellOutlined aria-hidden /> },
  { to: '/endpoints', label: 'nav/endpoints', icon: <LaptopOutlined aria-hidden /> },
] as const;
