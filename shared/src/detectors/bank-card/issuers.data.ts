/**
 * Number ranges of Chinese banks (BIN), by length of the card number and of the prefix: the steps between the prefixes in base
 * 36, `*n` = n more that follow one by one. Made by build-issuers.mjs from bankcardinfo (ISC). Read by issuers.ts.
 */
export const BANK_PREFIXES: Readonly<Record<string, string>> = {
  '15/5':
    '1ch9 p92',
  '15/6':
    '7xom*3 i i*2 2 3fl*1 1pv 2*1 53*1 2 3 6pz1',
  '16/5':
    'zce 2jk 2 32y 40*1 9o 5c njq z 6 j c 7 5 5 20i a k a a 2as fm 4t8',
  '16/6':
    '7mzq*2 c3*3 3 2 2*3 a*2 4*3 9*1 a*3 3*5 5*1 3 xj9 1ru f*1 39 fu u*2 k4*4 10*2 c*3 fo*1 161 2 33*1 sv 1qs*7 ' +
    'au 28k*1 218 49*1 4ak w 18 d4 4*2 81*1 2ut vw 8*2 8*2 8*1 n 2 e2*1 118 3o3*5 9 al*1 nk n6*1 r1 a a 7 3 k*3 ' +
    '10l 11*1 d6 gc 11*2 2pa*1 6lr*1 ea 6*1 13r 2g8 19x 1g*1 8t 2qd 1dc mu*1 2sm 2zc*1 5iw*1 1wm 1f1 29e r*1 3 a4 ' +
    '48 1zn 3y*2 zz*7 1ud 3vk 4zs 4bq 1dm*1 2n*1 d 6 z xv 9i of 1f*1 ju 1ik e fm 48 d*2 2n*2 6i 8 ja*1 2d g8*1 p ' +
    'n l h p 58 pk gl 2u qr 20 pg 7 1g k g n k*1 3 7s dm*1 hl 6v*1 70 bg bu j fj gu 11 i3*1 43 23 h 1k6 k il y l1 ' +
    '8 5pt*1 1f5*1 12k 1p oa 4x x hw 96 4v*1 12 g 4s*2 2 90*1 1ei dp 63 78 2s 6 2r j6 g4 1kg 17 32 3s 1h c 3z 1g ' +
    '7 1g 7q u 2nt 7 cv zk aa 3u*1 p*1 l 3r xu8 1q d5d*1 2 6 6*2 3*1 4 4 9 2 4 s 3 9 9 3*1 d 3*2 7 a*1 5*1 y*3 ' +
    'g*9 9 1m 6k*1 3 86 5b 3 5*1 8 3 2 2 3*2 7 n*2 d*1 2 2*2 3n 5 2 9 e 3*1 3 7 9*1 8 2 7 7*1 4*2 y 8*1 8*1 c 3 ' +
    '3*1 3 2*2 c 4*1 l 4 3 5 5*1 j b 2 2 f 2*4 3 3 4 2l 1a a 2a*1 3 6 9*1 b 3*1 2*1 2*3 4 4 a*2 2*1 51 47*1 5 5 2 ' +
    '5 2*1 6*4 2 2 2*1 2 3 5*3 r 4*5 5 3*2 3*c 5*1 4*7 8*1 2*2 5*2 4*3 3 3 3*5 2 2*1 2 a*1 2 3 4 8 d*7 2 5*1 a*2 ' +
    '3*2 3*2 2 3 3 2*1 4 o 4*2 j 2*2 2 3 a 3 2*1 3*1 2*2 2*2 2*1 3*3 7 g*7 2*1 9*1 2*1 g*5 5 5 5*7 6 7*1 2 2*3 6 ' +
    '2 4*8 7*3 3*2 6 6*1 4*p 4*1 2*5 4 2 9*1 9 5 3 3 m*f a 3 7 3*1 9 4 4 2 2*2 3*2 3 9*1 6*2 d*2 7*2 6 3 9*1 3 2 ' +
    '2*1 9*4 4 a 2*1 2*1 a 9*1 2 2 2*3 6*1 5 3 8 9 3 2*1 5 4*1 2 f 4*3 6 6 5*2 13 l 3 3 3 1gi 2 3 4*2 5*c 2*1 2 5 ' +
    '5 2 2 5 5 2 b*1 2*5 3*5 3*3 2*1 2*1 4 3 5*3 6 3 2 2 4*1 7*1 5 2 b k*1 7 a 2 m o 18 w a*3 3 3 l*3 3t 6 d 7 3 ' +
    '1n 5y*1 2*5 g*2 3 1l c*3 2*c 2*3 2*a 5*1 2 8 3 2*e 3*1 2*6 5*1 2 4 3*2 to*3 vg*d 2*3 2*1 4*1 2*1 2*2 5 3 9*1 ' +
    '3 2*6 3 2*3 2 2 3 3*2 2*3 2*1 4*1 3 2 5*2 2*3 3*3 2 7 5 3 m 4 4 2 b 3 4 2 3*1 5 6903 ffw*1 5 4*1 2 7 8 a*1 3 ' +
    '7 b 4 byy*3 a72*2 byc 2 b6p*2 x9',
  '16/8':
    '118djt',
  '17/6':
    '83f1 lh7 4764 1od 2z dok 2 e 80*3 d ah 3d*1 r o*1 g 9 4 p*1 9 9 d 2 7 4 a 5 h h s 2*3 du 262 1vo 1x 6oia 3 s ' +
    '7 2 c*2 b*1',
  '18/6':
    '9ef0*1 2ggt acw sbh 6j cop 4d 2u 2s*a 2i*1 9 a 28 2 3 2 2*1 2k 2*8 2g 2s 2*1 2o 3 1a 1g*1 2*2 2n*9 1k z*5 2 ' +
    '2 2 2 2 2d 2*6 2 2i 9 b 28*f 57 3 6*1 3 2c 2*c 2f*6 2*3 2*5 2a*3 5*1 3 1m 2n b*1 c*1 a*7 4*2 2 e 1z*2 z t y ' +
    '2*1 4*1 3 4 2f*2 2p 3 9 2j 20 e a*2 4*1 24 2 f 4 2 3*1 2*1 b z 2 n e 2u 2r 2r 2s 2u 2q 2v 2q 2r 2s 2s 2t 2t ' +
    '19yo 58h 2qi 4mad nb1 6 e e 4 l kio i0x',
  '18/7':
    '38vqy t5p 14wa bq74 h1q7',
  '19/10':
    '2ux2fto 1e0 be a a 14 a 2ey 12w',
  '19/4':
    '7di',
  '19/5':
    '21rf*4',
  '19/6':
    '9czq f4p 2v3n 8t0 1lb 1p cqr h 2 6 c*4 a e 2 q 21 8q c 3 3*2 7*3 4 cz d*1 2*1 i 4*2 n 2*1 7 5 a 4*3 36*1 c*2 ' +
    'a*3 2 9 5 i 7*4 3*4 5 r 4 2*3 2*1 u 3 3 3 4 9 n 3 3*2 h*1 2 2 2 3 g*1 4 2 b 2 e m*1 a 3 6*1 j*2 2 6*1 8*2 ' +
    '9*1 9*2 i*4 3*1 7 i 9*3 2*7 2 q*1 j*5 7*1 2 6*2 5 3 3 2*3 3*1 c a*5 7*2 94 4 2 2 3 5 4 3*4 f 4 8 3 4 b*1 2*1 ' +
    '5 1g*2 b*1 6 t f 4*1 9 l 3*1 5 2 9 s 2 c 4 4 d a 3 c a l*1 a*1 l f*2 k 3o 1y*2 1d*7 c*1 2*6 g b*1 2 1b*5 2 ' +
    '4*1 5 o a g 3*1 3 3 7 8*1 c 5 2*1 j 4 4 2*2 8 a*2 9 w 13 2*1 r 3 3 2 3 7*1 ch 1bxw 4la0 a g72 ent 7 8 b c 7 ' +
    '2 e 4 5 2 blf',
  '19/8':
    '111hft*2 2xi*2 nvr 1jef iv2rd',
  '19/9':
    '780wfl 323a3f dfxx',
}; // prettier-ignore
