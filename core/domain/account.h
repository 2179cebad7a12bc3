// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace andu {

/// One role a person acts in: person × unit.
struct Identity
{
    QString id;
    QString distinguishedName;
    QString name;
    QString unit; ///< Id or distinguished name, as the server gave it.
    QString unitName;
    QString unitLevelName;
    bool isMajor = false;

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// The person signed in.
struct Account
{
    QString id;
    QString name;
    QString unique;
    QString distinguishedName;
    QString employee;
    QList<Identity> identities;
    QStringList roles;
    bool isPasswordExpired = false;

    friend bool operator==(const Account &, const Account &) = default;
};

/// Name part of a distinguished name: 张三@zhangsan@P → 张三.
[[nodiscard]] inline QString nameOf(const QString &distinguishedName)
{
    return distinguishedName.section(u'@', 0, 0);
}

} // namespace andu
