// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/plain_form.h"

namespace andu::pdf {

namespace {

/// U+2E81 to U+2EF3; Unicode gives most of the block no decomposition. Those without a
/// character of their own in the basic plane stay as they are.
constexpr char16_t None = u'\u3007';
constexpr char16_t Radicals[]
    = u"厂〇〇乙亻冂〇刀刂卜〇小小兀〇尢〇巳幺彑〇忄〇扌攵〇旡日月歺母民氵氺灬爫爫丬"
      u"牛犭王〇目示礻〇糹纟罓罒〇〇〇羊〇〇耂肀〇月臼艹艹艹虎衤覀西见角角讠贝足车辶"
      u"辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
      u"龟";
constexpr char16_t FirstRadical = 0x2E81;
constexpr char16_t LastRadical = 0x2EF3;
static_assert(std::size(Radicals) == LastRadical - FirstRadical + 2);

} // namespace

QString plainForm(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= FirstRadical && code <= LastRadical) {
        const char16_t plain = Radicals[code - FirstRadical];
        return QString(plain == None ? character : QChar(plain));
    }
    const bool isRadical = code >= 0x2F00 && code <= 0x2FDF;
    const bool isLigature = code >= 0xFB00 && code <= 0xFB06;
    return isRadical || isLigature ? QString(character).normalized(QString::NormalizationForm_KC)
                                   : QString(character);
}

} // namespace andu::pdf
