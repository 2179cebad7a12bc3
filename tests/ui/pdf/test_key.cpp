// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pdf/test_key.h"

#include "core/base/literals.h"

#include <QProcess>

namespace andu::test {

QString makeKey(const QString &folder, const QString &name)
{
    const QString key = folder + u"/signer.key"_s;
    const QString certificate = folder + u"/signer.pem"_s;
    const QString p12 = folder + u"/signer.p12"_s;
    const QString password = u"test-password"_s;
    QProcess make;
    make.start(u"openssl"_s,
               { u"req"_s,
                 u"-x509"_s,
                 u"-newkey"_s,
                 u"rsa:2048"_s,
                 u"-nodes"_s,
                 u"-utf8"_s,
                 u"-days"_s,
                 u"30"_s,
                 u"-subj"_s,
                 u"/CN="_s + name,
                 u"-addext"_s,
                 u"keyUsage=critical,digitalSignature,nonRepudiation,keyCertSign"_s,
                 u"-keyout"_s,
                 key,
                 u"-out"_s,
                 certificate });
    if (!make.waitForFinished() || make.exitCode() != 0) {
        return {};
    }
    const QStringList pack{ u"pkcs12"_s,   u"-export"_s,         u"-inkey"_s, key,
                            u"-in"_s,      certificate,          u"-out"_s,   p12,
                            u"-passout"_s, u"pass:"_s + password };
    return QProcess::execute(u"openssl"_s, pack) == 0 ? password : QString();
}

} // namespace andu::test
