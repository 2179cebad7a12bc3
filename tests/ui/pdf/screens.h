// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

namespace andu::test {

/// Where a picture for looking at goes.
inline QString screenPath(const QString &name)
{
    QDir().mkpath(QStringLiteral(ANDU_SCREENS "/pdf"));
    return QStringLiteral(ANDU_SCREENS "/pdf/") + name + qEnvironmentVariable("ANDU_SCREEN_SUFFIX")
        + QStringLiteral(".png");
}

/// Pictures in another language are made by running the screens alone.
inline void chooseLanguage()
{
    static QTranslator words;
    const QString name = qEnvironmentVariable("ANDU_SCREEN_LANGUAGE");
    if (!name.isEmpty()
        && words.load(QStringLiteral(":/i18n/andu_") + name + QStringLiteral(".qm"))) {
        QCoreApplication::installTranslator(&words);
    }
}

} // namespace andu::test
