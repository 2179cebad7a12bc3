// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/directory.h"
#include "core/forms/module.h"

#include <QJsonArray>

namespace andu::forms {

/// One entry of an option list.
struct Option
{
    QString text;
    QString value;

    friend bool operator==(const Option &, const Option &) = default;
};

/// How the bars of an option are read: "text|value", or "text|keyword|value" for a Combox.
enum class OptionShape { Pair, Keyword };

/// Reads "text|value" lists and their tolerated shapes (o2oa-forms 2.2).
[[nodiscard]] QList<Option> optionsOf(const QJsonValue &list,
                                      OptionShape shape = OptionShape::Pair);
/// Options out of a dictionary: a list as above, a list of objects with the named members, or an
/// object of values by text.
[[nodiscard]] QList<Option>
dictionaryOptions(const QJsonValue &data, const QString &valueKey, const QString &textKey);
/// Modules whose value is chosen from an option list.
[[nodiscard]] bool takesOptions(const Module &module);
/// Datagrid, Datatable and Datatemplate.
[[nodiscard]] bool isGrid(const Module &module);

/// JavaScript's own conversions, which decide what the web client shows and saves.
[[nodiscard]] QString scriptNumber(double value); ///< String(number)
[[nodiscard]] QString scriptText(const QJsonValue &value); ///< String(value); "" for nothing.
[[nodiscard]] double scriptToNumber(const QJsonValue &value); ///< Number(value), may be NaN.
[[nodiscard]] std::optional<double> leadingNumber(const QString &text); ///< parseFloat(text)
[[nodiscard]] bool isTruthy(const QJsonValue &value);

/// Formats a number module's value as the web client shows it after loading (2.3.1): rounded as
/// Math.round does and padded to @p decimals, "0" for nothing. Text that is no number stays.
[[nodiscard]] QString formattedNumber(const QJsonValue &value, std::optional<int> decimals);

/// Number in a text or a number value; nothing for other texts. Blank is nothing, too.
[[nodiscard]] std::optional<double> numberIn(const QJsonValue &value);

/// What the data holds once the form is loaded.
[[nodiscard]] QJsonValue
loadedValue(const Module &module, const QJsonValue &stored, bool isReadonly);

/// What a save would send for the value that the data holds.
[[nodiscard]] QJsonValue collectedValue(const Module &module,
                                        const QJsonValue &value,
                                        const QList<Option> &options,
                                        bool isReadonly);

enum class Viewing { Reading, Editing };

/// What a person sees: the text of the reader, or what the widget of an editable field shows.
/// Plain text; rich text is shown as its own HTML elsewhere.
[[nodiscard]] QString shownText(const Module &module,
                                const QJsonValue &value,
                                const QList<Option> &options,
                                Viewing viewing = Viewing::Reading);

/// Objects and free texts of an organisation value, whatever shape it has (2.4, 8.6).
[[nodiscard]] QJsonArray orgValues(const QJsonValue &value);
/// 张三(研发中心) for an identity, the name for everything else.
[[nodiscard]] QString orgText(const QJsonValue &value);
/// An entry as a choice of people stores it: with the members that `storeRange` keeps. What was
/// stored before stays as it is.
[[nodiscard]] QJsonArray
chosenOrg(const Module &module, const QJsonArray &entries, const Directory &directory);
/// Personfield and Orgfield keep the directory's answer as it is.
[[nodiscard]] bool isOlderOrg(const Module &module);
/// An object of the directory as Org stores it (o2oa-forms 2.4): only the members it keeps, and ids
/// in `person` and `unit`. Any other object comes back unchanged: it was stored before.
[[nodiscard]] QJsonObject storedOrg(const QJsonObject &object, const Directory &directory);
/// Members that `storeRange: simple` keeps.
[[nodiscard]] QJsonObject simpleOrg(const QJsonObject &object);

/// Texts of an array, or the single text.
[[nodiscard]] QStringList textsIn(const QJsonValue &value);

/// Equal as O2OA's data is equal: 5 and 5.0, and objects member by member.
[[nodiscard]] bool sameValue(const QJsonValue &a, const QJsonValue &b);

/// Column sum or count with decimal arithmetic, without padding (2.5).
[[nodiscard]] QString decimalSum(const QStringList &numbers);

} // namespace andu::forms
