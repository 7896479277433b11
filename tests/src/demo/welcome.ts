import path from 'node:path';

import { REPOSITORY } from '../harness/repository.ts';
import type { Stack } from '../harness/stack.ts';

type Told = Pick<Stack, 'server' | 'sites' | 'volume' | 'agent'>;

const near = (file: string): string => path.relative(REPOSITORY, file);

function volumeLine({ volume }: Told): string {
  const place = near(volume.mountPoint);
  if (volume.kind === 'folder')
    return `  ${place}  普通文件夹:本机不允许挂载(需要 root),代理不会监视它 / a plain folder: this machine lets us mount nothing (root may), the agent does not watch it`;
  const what = { loop: '回环设备 / loop device', tmpfs: '内存盘 / tmpfs' }[volume.kind];
  return `  ${place}  移动存储 / removable volume (${what})`;
}

/** What `npm start` says once everything runs. The password is told on the first start only. */
export function welcome(stack: Told, account: string, password: string | null): string {
  const { server, sites, volume, agent } = stack;
  const secret =
    password === null
      ? '首次启动时已显示;也在 .kedun/demo/password 中 / shown on the first start; also in .kedun/demo/password (重置 / reset: npm start -- --reset)'
      : `${password}    (只显示这一次 / shown this once; .kedun/demo/password)`;
  const copy =
    volume.kind === 'folder'
      ? ''
      : `
  5. 把客户表复制到移动存储,看它被隔离并上报
     Copy the customers to the volume; see them quarantined and reported:
     curl -s -H 'Host: crm.localhost' http://127.0.0.1:${sites.port}/export.csv -o ${near(volume.mountPoint)}/customers.csv`;
  return `
Kedun 客盾 · 演示 / demonstration (全部为合成数据 / all data is synthetic)

控制台 / console
  ${server.url}
  账号 / account   ${account}
  密码 / password  ${secret}

演示站点 / demo sites
  ${sites.url('crm')}   客户管理 / CRM (业务系统 / business system)
  ${sites.url('mail')}  邮箱 / webmail
  ${sites.url('disk')}  网盘 / net disk
  ${sites.url('chat')}  AI 助手 / AI chat
${volumeLine(stack)}

试一试 / try
  1. 让浏览器自己演一遍(另开一个终端):npm run demo
     Let a browser play it all (in another terminal): npm run demo
  2. 手动:在 chrome://extensions 打开开发者模式,加载 extension/.output/chrome-mv3;由代理写入策略则为强制安装:
     By hand: chrome://extensions, developer mode, load extension/.output/chrome-mv3; or force-install it by policy (root):
     node_modules/.bin/node agent/src/cli/main.ts browser-policy --server ${server.url} --socket ${near(agent.socketPath)}
  3. 在 CRM 复制身份证号;粘贴到 AI 助手;把"导出 CSV"上传到网盘
     Copy a resident ID in the CRM; paste one into the AI chat; upload the "Export CSV" file to the disk
  4. 在控制台看告警 / watch the alerts in the console${copy}

Ctrl-C 停止 / stops everything.
`;
}
