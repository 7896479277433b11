// Made by build-name-tables.ts from name-words.data.ts; `vitest -u` on name-tables.test.ts makes it anew.

/** Sets of characters, see character-set.ts. */
export const GIVEN_CHARACTERS =
  '(+.,1.E,4*-5I6-+.4.*;J/0@8-/1JJR+R?4eHD5GJsm*+*)*E+*)*,*M-4,D9,+3S7sB6,:)=,/3/[R5-,+9<29-T)-+83).:),)*)2<s;^/Rfs3@sKtZJ)0-<,`2sHS1s{2oI.-0-*-A6P-343235N?**=+.L4:5)*L`9sK,,,)*,+:1.))*,1*)))./4*),05L18*+.5FTQ7,,*f34/At.80*57*).1Kd)3/O2:U,.0+5G+@:*+)*,)GO4+91HE,Y+<+6TGB)Q.4U.A7sh9f)F;s2s:q[Nucs-?.C-,G)1:)<./1,0,,**-*2.0950+)01.)-*,2:[85>/-+4.3+264)=+0)5A++6L-C**@.@8+.)5)X,6;)L@3sJ.N7AJZWtz)Q?*)s=6g+H,96.*J737106)1765,2825]+)5L37:2H*11-;:<=aBE56.k)DO>WY_^D22.16706/HUD-<:fes:,0R:t=s9:<+8.*+*9+2)=*))<3**1)00?)*@01170)0_F<,+40,,2ju())8-^*9V>s>sD6It>sP:07=23W*1*CMP;0s[;*A@2d297t|YBs@36^ug0-,++<*<,+,-)Lh`>-<5,.4H)<+K,/6.8qR-+As+]sJ1)<253n+),+,47,7*+*,)70*)):401BA,833,<:-2B/).)1M*)B)L4aLX229TX7M1<]_PI8CsDsv?tG=sRFsks(`;sTv*+1258D*FL)6dsG).9R,0B-uv-s)s*1,-6:=6/1*3)*4.:0VC:T:+74tY^-*+t+w~G@,)1956,5)0=-9-_KsN4*?F)4/7H)p,+)K*-+-5*)0/.*7-H/-sm/*sd0,3-.Z,1+tC4+tP106>[sGusYjsWt?D,4=47;-0W.,+[k]14';

export const NO_NAME_CHARACTERS =
  '6.>0>?*7)==M5)0*<2)s-/;GsmU*F*uB/,=)4B*9BH.;/,/3*sD*sC^=.)3:7+c1))4)4*)-4)3);7)-<Jsc,+jDi;s0sWtH:.7)dtisx+KTKs0viT1=+H*[5S7*5qv7-36UM<<1)+7)s9*s/X++ce5A<]bvE-I0);N9h_sA4`+sRuE/+-ZQ_>*qtM=>3*6?6*d]41R:?6*,sB8nsU.v|EL*s/B-)sPEs3D;sAt8scwws(]sXtj,76s+Is1)s:v1Bt)M1*31t1s**.>;2s4t(sutYsC,)FFtS>M:K3R[s{VRYs*va)9/-,3.fc)1t:if_s.u]rt<bsKwTuSvi4-K97bs|l6wV/-6-+-)+00-+2-+,.Iu6).*0*3Ts?FvS.sJ),K)0t-c=s3GBm{Y.A=At)-).s.F*-svs@Qts,*JtXAu.2www+4t|';

export const COMMON_SURNAMES =
  ').<2Wcb9371:q+).s.Ws*s9t^60+>;;0=^?tvDU-*/*,1sW6,*90,G]Lsc_sS|,tS*8@v,-.,F0*4);DcA2=7rJs?tZ+*EM3s*82AGs(s+Kv,uc2B3{EYZ,b@-eHsb/-[E64Wa>2,)s(,7X,vbuOhs-*F.sc),.F9trt/7s|sbwTsBtY,u_vU<@+u}s<tm]v*DshMds>c-js8ItZxhs_UsHFs>+s2s)u8SsJPQ*.0Ls>qsZ]0P6ASmsXtKxSsQNsGs>suurs.B32u4),@GsXvS^FM)t<2-2-,,=+48tmzR:um2AH-;*V=sJ>sDUo+so-Ftcu(Bs0sUue4xI=12sar)';

export const FURTHER_SURNAMES =
  'XD,j**5dU-`/ss5tBszQ<^).s?4s>Rs)eEA)62>ss7cs*tmu:rxG^9xAP8>-)5fFF83tpt59s.E)-s/s(J-tNv1t;.2Xw+t-s|flsLL2K4V4s_7D.0t2etBf8Ju6tX=sFvv9tm<eN8MzSsqs;tMsBtDsgvYP*79y8sAuttRs;s]fov~4t>-tusMwO+s2]5mt*Et+V1?[?rcy4*sSv5tufps7:csX0TU9bG7x3sFG4sR50160-I=8-.w|s:sysuqtMI4-6F)B3]-6pu8Ks7@ux*tctpu`wjmsfl+,';

/** See name-filter.ts. */
export const STOP_FILTER =
  'UwJJAOocAiAwkJLQBFg0iEhIHbgAAkAcyCkAKSMETiIIGOD2BKqduBA0AQBgAiYeqnCJQq4IPUAYAHGIAwF5gHQZPyHIEpTIBBATIqUqmQFQbVB7rKgZlsBYulDVSdjUIymOgXLCoIMS9RVIAWgKowAgG+CAXOgQ9DMIagCeQpQMmCwEQgFIN1BBEYAGqxdpNEcxiiHAmKQhQDzk42LCo3MghEBkZgBzBwtvsEVxVEgQANIIJpQJBzjCwQFQMMkIEwgH98SURNJKCCVDLRgSVEjiFSkIIYeQhu2uzDQAIwFWkAMioZQwACIGhpsBUXCYUEBhcGprNIBSDKACIdoMpA5kK1IjZTEhwFBIDxL4bStxCFtSD8ohAkG2U17BsAAgEyAQdnABpkmUJjIHCADMEAcgg0aCxhgYENL2eExCoKhvDmFXywFiwfII02hqAidwUg0A0CBIhIgAwACaFeg2VQC48k2CB6CdVDYGICxVCYmKJYFggABQAoUgcS2FhpsI3CPYBmkzYIITgHoEIaoCAgbiiAYDEUGcQ0AACzCIiIIgIKmouSQQARlM2DALLRIcU6V4xQDy8igpgJ8AaAMAzB1aKI6XICFRNIwixuQLEhpQ4QFEAoClLIDPkWszhAoQoIqYAgqqQOBIJIpqlXwABA5aaAUelFgFWMyANCEBZICSAtRCb+cSEEEhoUpKDwaASLayiYFQSQVYfIQAUBAgKo0JSrBoI5taAEtqEQwIK2E5KQDHRAcBR0nyIcwQSgkoHDhZCawohO9viChQwSRCckgECCCgTB2JYITqRQAJIAeAHSEUVtwBAtAsQSudFqQOYDVEwSgoNA7tWERo0SR2IQKGggyAUJqAoCG9RQRkRCAI7vtWCQjFMOQYWAowgbQwTEGaI8ooKcPPfxSFoS8tIGkgAMfNEJYlxRYAXkLiGrAeEFQIqe2LLQgBWYBbBASCaMSjMuQiFEuwBeAwqAkmLB+VXx1kBxq0E1AwCBIji4IOGhMHDwNgAiZmCikRTen5tMpAEDYwSgGmIQkzuHVwSAxGCoJDHUQR7CFEx8MiLGgH1ahGCSkBRBQYMQoMFoiEC6GpoUoDExEtAdCUBAg=';
