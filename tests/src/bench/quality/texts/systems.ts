/** Server logs, source code, configuration. */
import type { Fill } from '../fill.ts';
import { concat, decoy, join, type Piece, t } from '../piece.ts';
import { compactDay, ipAddress, uuid } from '../values/look-alikes.ts';
import { HEX, token } from '../values/words.ts';
import type { Kind } from './template.ts';

const CLASSES = [
  'UserService',
  'OrderController',
  'c.h.crm.sync.CustomerJob',
  'PayGateway',
  'SmsSender',
];

function logLine(fill: Fill, message: Piece): Piece {
  const at = `${fill.stamp()}.${fill.digits(3)}`;
  return t`${at} ${fill.pick(['INFO', 'WARN', 'ERROR', 'DEBUG'])} [${fill.pick(['main', `nio-8080-exec-${fill.int(1, 20)}`, `pool-2-thread-${fill.int(1, 9)}`])}] ${fill.pick(CLASSES)} - ${message}`;
}

function idleLine(fill: Fill): Piece {
  return logLine(
    fill,
    fill.pick([
      () =>
        t`request finished in ${fill.int(1, 900)} ms, traceId=${decoy(token(fill.random, 32, HEX))}`,
      () =>
        t`pool stats active=${fill.int(0, 50)} idle=${fill.int(0, 50)} total=${fill.int(50, 100)}`,
      () =>
        t`GET /api/v1/orders/${decoy(fill.orderNumber())} 200 ${fill.int(100, 99999)} from ${decoy(ipAddress(fill.random))}`,
      () => t`session ${decoy(uuid(fill.random))} expired`,
      () => t`心跳正常 seq=${fill.int(1, 99999)}`,
    ])(),
  );
}

function log(fill: Fill, messages: readonly Piece[]): Piece {
  const lines: Piece[] = [];
  for (const message of messages) {
    for (let idle = fill.int(0, 3); idle > 0; idle--) lines.push(idleLine(fill));
    lines.push(logLine(fill, message));
  }
  lines.push(idleLine(fill));
  return join(lines, '\n');
}

const logs: Kind = {
  id: 'server-log',
  prose: false,
  templates: [
    (f) =>
      log(f, [
        t`login ok mobile=${f.mobile()} ip=${decoy(ipAddress(f.random))}`,
        t`send sms to phone ${f.mobile()} template=${f.int(1000, 9999)}`,
      ]),
    (f) => log(f, [t`实名认证通过 姓名=${f.name()} 身份证号=${f.residentId()}`]),
    (f) =>
      log(f, [
        t`bind card userId=${f.int(1000, 9_999_999)} cardNo=${f.card()} phone=${f.mobile()}`,
      ]),
    (f) =>
      log(f, [
        t`POST /user/register body={"email":"${f.email()}","mobile":"${f.mobile()}","idCard":"${f.residentId()}"}`,
      ]),
    (f) =>
      log(f, [
        t`device report imei=${f.imei()} imsi=${f.imsi()} iccid=${f.iccid()} rssi=-${f.int(60, 110)}`,
      ]),
    (f) =>
      log(f, [
        t`jdbc login failed: user=crm password=${f.password()} url=jdbc:mysql://${decoy(ipAddress(f.random))}:3306/crm`,
      ]),
    (f) =>
      log(f, [
        t`parking gate=${f.int(1, 9)} 车牌=${f.plate()} 放行`,
        t`mail sent to ${f.email()} subject=bill`,
      ]),
  ],
};

const config: Kind = {
  id: 'code-and-config',
  prose: false,
  templates: [
    (f) =>
      t`INSERT INTO t_customer (id, name, mobile, id_card, created_at) VALUES\n${join(
        Array.from(
          { length: f.int(2, 5) },
          () =>
            t`(${f.int(1, 99999)}, '${f.name()}', '${f.mobile()}', '${f.residentId()}', '${f.stamp()}')`,
        ),
        ',\n',
      )};`,
    (f) =>
      t`{\n  "code": 0,\n  "data": {\n    "name": "${f.name()}",\n    "mobile": "${f.mobile()}",\n    "email": "${f.email()}",\n    "bankCard": "${f.card()}",\n    "address": "${f.address()}"\n  },\n  "traceId": "${decoy(uuid(f.random))}"\n}`,
    (f) =>
      t`spring:\n  datasource:\n    url: jdbc:mysql://${decoy(ipAddress(f.random))}:3306/crm?useSSL=false\n    username: crm_app\n    password: ${f.password()}\n  redis:\n    host: ${decoy(ipAddress(f.random))}\n    port: 6379`,
    (f) =>
      t`# 测试数据\nusers = [\n${join(
        Array.from(
          { length: f.int(2, 4) },
          () =>
            t`    {"phone": "${f.mobile()}", "id_no": "${f.residentId()}", "plate": "${f.plate()}"},`,
        ),
        '\n',
      )}\n]\nassert len(users) > 0`,
    (f) =>
      t`// 联调用,上线前删除\nconst TEST_CARD = '${f.card()}';\nconst testMobile = "${f.mobile()}";\nfunction pay(amount: number) {\n  return client.post('/pay', { card: TEST_CARD, mobile: testMobile, amount });\n}`,
    (f) =>
      t`company:\n  name: ${f.company()}\n  uscc: ${f.uscc()}\n  contact_email: ${f.email()}\n  tel: "${f.landline()}"\nversion: ${f.int(1, 9)}.${f.int(0, 30)}.${f.int(0, 99)}\nupdated: ${compactDay(f.random)}`,
    (f) =>
      t`UPDATE user SET mobile='${f.mobile()}', email='${f.email()}' WHERE passport_no='${f.passport()}' AND status=1;`,
    (f) =>
      concat([
        'DB_HOST=db01\nDB_USER=report\nDB_PASSWORD=',
        f.password(),
        '\nSMTP_USER=',
        f.email(),
        '\nLOG_LEVEL=info\n',
      ]),
  ],
};

export const SYSTEM_KINDS: readonly Kind[] = [logs, config];
