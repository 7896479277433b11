/** Findings inside the formats that programs exchange: address cards, access logs, attributes, commands, chat exports. */
import { exact, type Fill } from '../fill.ts';
import { asOptional, decoy, join, type Piece, t } from '../piece.ts';
import type { Kind } from '../texts/template.ts';
import * as looks from '../values/look-alikes.ts';
import * as numbers from '../values/numbers.ts';

const plainMobile = (f: Fill): Piece => exact('cn-mobile', numbers.mobileNumber(f.random));
const plainCard = (f: Fill): Piece => exact('bank-card', numbers.cardNumber(f.random));

const exchange: Kind = {
  id: 'exchange-formats',
  prose: false,
  templates: [
    (f) =>
      t`BEGIN:VCARD\nVERSION:3.0\nFN:${asOptional(f.name())}\nTEL;TYPE=CELL:${plainMobile(f)}\nEMAIL;TYPE=WORK:${f.email()}\nEND:VCARD`,
    (f) =>
      t`${decoy(looks.ipAddress(f.random))} - - [${f.int(1, 28)}/Mar/2024:${f.clock()}:07 +0800] "GET /api/user?phone=${plainMobile(f)}&sign=${decoy(looks.uuid(f.random))} HTTP/1.1" 200 ${f.int(100, 99_999)}`,
    (f) =>
      t`<user mobile="${plainMobile(f)}" idCard="${f.residentId()}" seq="${decoy(f.digits(11))}"/>`,
    (f) =>
      t`user.mobile=${plainMobile(f)}\nuser.bankCard=${plainCard(f)}\norder.no=${decoy(f.orderNumber())}`,
    (f) =>
      t`curl -X POST https://api.example.com/v1/sms -H 'X-Ts: ${decoy(`17${f.digits(11)}`)}' -d 'mobile=${plainMobile(f)}'`,
    (f) =>
      t`{'phone': '${plainMobile(f)}', 'id_card': '${f.residentId()}', 'score': ${f.int(300, 900)}}`,
    (f) =>
      t`User(id=${f.int(1, 99_999)}, mobile=${plainMobile(f)}, email=${f.email()}, createTime=${f.stamp()})`,
    (f) => t`{\\"mobile\\":\\"${plainMobile(f)}\\",\\"cardNo\\":\\"${plainCard(f)}\\"}`,
    (f) =>
      t`Duplicate entry '${plainMobile(f)}' for key 'uk_mobile'\nat ${f.stamp()} host ${decoy(looks.ipAddress(f.random))}`,
    (f) =>
      t`${f.int(1, 99_999)}|${plainMobile(f)}|${f.residentId()}|${f.day()}|${decoy(f.amount())}`,
    (f) =>
      join(
        Array.from(
          { length: f.int(2, 5) },
          () =>
            t`${f.int(1, 9999)}\t${plainMobile(f)}\t${f.residentId()}\t${f.stamp()}\t${decoy(f.amount())}`,
        ),
        '\n',
      ),
    (f) => t`grep '${plainMobile(f)}' app.log | wc -l\n${f.int(1, 99)}`,
    (f) => t`tel:${plainMobile(f)}\nsms:${plainMobile(f)}?body=ok`,
    (f) => t`phones := []string{"${plainMobile(f)}", "${plainMobile(f)}", "${plainMobile(f)}"}`,
  ],
};

const talk: Kind = {
  id: 'talk-and-notes',
  prose: true,
  templates: [
    (f) => t`[${f.stamp()}] ${f.colleague()}: 客户的新卡 ${plainCard(f)} 已经绑了`,
    (f) => t`- [ ] 回访 ${plainMobile(f)}\n- [x] 寄出合同\n- [ ] 核对 ${f.residentId()}`,
    (f) => t`打这个${plainMobile(f)},打不通就${plainMobile(f)}`,
    (f) => t`「${plainMobile(f)}」这个号码欠费了吗?`,
    (f) => t`号码${plainMobile(f)}的用户要求销户,证件${f.residentId()}已核对`,
    (f) => t`客户说他的号是${plainMobile(f)},不是${plainMobile(f)}`,
    (f) => t`身份证正面:${f.residentId()} 有效期 ${looks.compactDay(f.random)}-长期`,
    (f) => t`转账到${plainCard(f)},${f.bank()},备注${f.product()}`,
    (f) =>
      t`Please top up ${plainMobile(f)} and ${plainMobile(f)} with CNY ${f.int(10, 300)} each.`,
    (f) => t`Guest: passport ${f.passport()}, arriving ${f.day()}, mobile ${plainMobile(f)}`,
    (f) => t`The customer's ID is ${f.residentId()} and her card ends with ${f.digits(4)}.`,
    (f) =>
      t`${f.chineseDay()}${f.clock()},${plainMobile(f)}来电反映信号差,${f.pick(['已派单', '已解释', '待回访'])}`,
  ],
};

export const HARD_FORMATS: readonly Kind[] = [exchange, talk];
