// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/pinyin.h"

#include "core/base/literals.h"

#include <QHash>

namespace andu::server {

namespace {

// The characters that occur in names of the sample organisations, each with its syllable.
const auto Syllables
    = u"中zhong 丽li 事shi 云yun 人ren 伟wei 何he 佳jia 俊jun 全quan 公gong 兰lan 冯feng 力li "
      u"办ban 务wu "
      u"勇yong 华hua 博bo 发fa 合he 启qi 吴wu 周zhou 和he 唐tang 嘉jia 团tuan 国guo 场chang 大da "
      u"字zi 孙sun "
      u"宁ning 安an 宋song 审shen 室shi 导dao 局ju 岚lan 峰feng 市shi 府fu 建jian 彭peng 心xin "
      u"志zhi 思si "
      u"慧hui 技ji 护hu 据ju 政zheng 敏min 数shu 文wen 昊hao 明ming 晓xiao 曹cao 服fu 木mu 杰jie "
      u"林lin 栋dong "
      u"梁liang 欣xin 毅yi 沈shen 法fa 海hai 涛tao 湖hu 源yuan 潘pan 燕yan 理li 田tian 研yan 磊lei "
      u"禾he 秀xiu "
      u"科ke 程cheng 策ce 管guan 组zu 织zhi 络luo 维wei 综zong 网wang 罗luo 群qun 若ruo 董dong "
      u"蒋jiang "
      u"行xing 袁yuan 规gui 计ji 许xu 设she 财cai 购gou 资zi 赵zhao 超chao 运yun 远yuan 邓deng "
      u"郑zheng 部bu "
      u"采cai 野ye 陈chen 集ji 雨yu 雪xue 青qing 静jing 韩han 领ling 马ma 高gao 鹤he 黄huang ";

QHash<QChar, QString> table()
{
    QHash<QChar, QString> map;
    for (const QString &entry : QString::fromUtf16(Syllables).split(u' ', Qt::SkipEmptyParts)) {
        map.insert(entry.front(), entry.mid(1));
    }
    return map;
}

} // namespace

Pinyin pinyinOf(const QString &name)
{
    static const QHash<QChar, QString> map = table();
    Pinyin result;
    for (const QChar c : name) {
        const QString syllable
            = map.value(c, c.unicode() < 0x80 ? QString(c.toLower()) : QString());
        result.full += syllable;
        result.initials += syllable.left(1);
    }
    return result;
}

} // namespace andu::server
