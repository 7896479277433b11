import path from 'node:path';

import { REPOSITORY } from '../harness/repository.ts';
import type { Stack } from '../harness/stack.ts';

type Told = Pick<Stack, 'server' | 'sites' | 'volume' | 'agent'>;

const near = (file: string): string => path.relative(REPOSITORY, file);

const VOLUMES = {
  loop: { zh: '移动存储（回环设备）', en: 'removable volume (loop device)' },
  tmpfs: { zh: '移动存储（内存盘）', en: 'removable volume (tmpfs)' },
  folder: {
    zh: '普通文件夹，不受监视：挂载需要 root',
    en: 'plain folder, not watched: mounting needs root',
  },
} as const;

/** Steps that need a mounted volume are left out where there is none. */
function steps({ sites, volume, server, agent }: Told): Record<'zh' | 'en', readonly string[]> {
  const load = 'extension/.output/chrome-mv3';
  const force = `node_modules/.bin/node agent/src/cli/main.ts browser-policy --server ${server.url} --socket ${near(agent.socketPath)}`;
  const copy = `curl -s -H 'Host: crm.localhost' http://127.0.0.1:${sites.port}/export.csv -o ${near(volume.mountPoint)}/customers.csv`;
  const hasVolume = volume.kind !== 'folder';
  return {
    zh: [
      '让浏览器自己演一遍，另开一个终端：\n     npm run demo',
      `自己动手，先装扩展：在 chrome://extensions 打开开发者模式，加载 ${load}\n     或由代理写入托管策略强制安装（需要 root）：\n     ${force}`,
      '在客户管理里复制身份证号；粘贴到 AI 助手；把导出的 CSV 上传到网盘。',
      ...(hasVolume ? [`把客户表复制到移动存储，看它被隔离：\n     ${copy}`] : []),
      '每一次都会出现在控制台的告警里。',
    ],
    en: [
      'Let a browser play it all, in another terminal:\n     npm run demo',
      `By hand: install the extension first. chrome://extensions, developer mode, load ${load}\n     or have the agent force-install it by managed policy (needs root):\n     ${force}`,
      'Copy a resident ID in the CRM; paste it into the AI chat; upload the exported CSV to the net disk.',
      ...(hasVolume
        ? [`Copy the customers to the volume and see them quarantined:\n     ${copy}`]
        : []),
      'Each of these shows up among the alerts in the console.',
    ],
  };
}

const numbered = (lines: readonly string[]): string =>
  lines.map((line, i) => `  ${i + 1}. ${line}`).join('\n');

/** What `npm start` says once everything runs. The password is told on the first start only. */
export function welcome(stack: Told, account: string, password: string | null): string {
  const { server, sites, volume } = stack;
  const secret = password ?? '见 / see .kedun/demo/password';
  const once =
    password === null
      ? '重新开始 / start over   npm start -- --reset'
      : '只显示这一次，另存于 / shown once, kept in   .kedun/demo/password';
  const { zh, en } = steps(stack);
  return `
客盾 Kedun · 演示 demonstration
全部为合成数据，没有真实客户。All data is synthetic.

控制台 / console    ${server.url}
  账号 / account    ${account}
  密码 / password   ${secret}
  ${once}

演示站点 / demo sites
  ${sites.url('crm')}   客户管理，业务系统 / CRM, the business system
  ${sites.url('mail')}  公共邮箱 / public webmail
  ${sites.url('disk')}  网盘 / net disk
  ${sites.url('chat')}  AI 助手 / AI chat
  ${near(volume.mountPoint)}  ${VOLUMES[volume.kind].zh} / ${VOLUMES[volume.kind].en}

试一试
${numbered(zh)}

Try
${numbered(en)}

Ctrl-C 停止 / stops everything.
`;
}
