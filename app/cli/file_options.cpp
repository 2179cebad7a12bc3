// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_options.h"

#include "core/base/literals.h"

namespace andu::cli {

FileOptions::FileOptions(const QStringList &valued, const QStringList &flags)
{
    for (const QString &name : valued) {
        m_parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    }
    for (const QString &name : flags + QStringList{ u"json"_s }) {
        m_parser.addOption(QCommandLineOption(name));
    }
}

bool FileOptions::parse(int argc, char **argv)
{
    QStringList arguments{ u"anductl"_s };
    m_command = argc > 2 ? argv[2] : "";
    for (int i = 3; i < argc; ++i) {
        arguments.append(QString::fromUtf8(argv[i]));
    }
    if (!m_parser.parse(arguments)) {
        say(m_parser.errorText());
        return false;
    }
    return true;
}

QStringList FileOptions::words() const
{
    return m_parser.positionalArguments();
}

QString FileOptions::value(const char *option) const
{
    return m_parser.value(QLatin1StringView(option));
}

QStringList FileOptions::values(const char *option) const
{
    return m_parser.values(QLatin1StringView(option));
}

bool FileOptions::isSet(const char *option) const
{
    return m_parser.isSet(QLatin1StringView(option));
}

Result<crypto::SecureBytes> FileOptions::secret(const char *option) const
{
    if (!isSet(option)) {
        return crypto::SecureBytes();
    }
    return readSecret(value(option));
}

} // namespace andu::cli
