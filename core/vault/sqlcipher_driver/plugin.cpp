// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/sqlcipher_driver/driver.h"

#include <QSqlDriverPlugin>

namespace andu::vault {

/// Makes the driver known to Qt SQL under the name QSQLCIPHER.
class SqlcipherPlugin final : public QSqlDriverPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QSqlDriverFactoryInterface" FILE "plugin.json")

public:
    QSqlDriver *create(const QString &key) override
    {
        return key == QLatin1StringView("QSQLCIPHER") ? new SqlcipherDriver : nullptr;
    }
};

} // namespace andu::vault

#include "plugin.moc"
