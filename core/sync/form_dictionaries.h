// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace andu::sync {

/// A dictionary that a form asks for.
struct DictionaryName
{
    QString application; ///< Id or name.
    QString name;

    friend bool operator==(const DictionaryName &, const DictionaryName &) = default;
};

/// Which dictionaries a form definition (form/v2/{id}) names: option lists (itemDict) and scripts
/// (new this.Dict("…"), Dict({application, name})) of the form, its sub-forms and scripts.
[[nodiscard]] QList<DictionaryName> dictionariesIn(const QJsonObject &form);

} // namespace andu::sync
