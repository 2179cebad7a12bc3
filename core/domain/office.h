// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace andu {

/// What of the organisation is kept: the server's own objects, found by distinguished name.
enum class OfficeKind { Person, Unit, Identity, Group, Duty };

/// A dictionary of an application as forms use it.
struct OfficeDictionary
{
    QString application; ///< Id or name, as the form gives it.
    QString name;
    QJsonValue data; ///< Null when the application has none of that name.
    QDateTime readUtc;
};

} // namespace andu
