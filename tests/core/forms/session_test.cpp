// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_forms.h"

#include <QTest>
class SessionTest : public QObject
{
    Q_OBJECT
};
QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
