// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/signing_settings.h"

#include "core/base/literals.h"

#include <QSettings>
#include <QUrl>

namespace andu::ui {

namespace {

constexpr int MaxMinutes = 480;

template <typename Enum>
Enum choiceIn(const QSettings &settings, const char *key, Enum last)
{
    return Enum(std::clamp(settings.value(key).toInt(), 0, int(last)));
}

} // namespace

SigningSettings signingSettingsIn(const QSettings &settings)
{
    SigningSettings out;
    out.timestampUrl = settings.value("signing/timestampUrl").toString();
    out.level = choiceIn(settings, "signing/level", SignatureLevel::Archive);
    out.reauthentication = choiceIn(settings, "signing/reauthentication", Reauthentication::Never);
    out.reauthenticationMinutes
        = std::clamp(settings.value("signing/reauthenticationMinutes", 15).toInt(), 1, MaxMinutes);
    out.trust.files = settings.value("signing/trustFiles").toStringList();
    out.trust.folders = settings.value("signing/trustFolders").toStringList();
    out.reason = settings.value("signing/reason").toString();
    out.location = settings.value("signing/location").toString();
    out.contact = settings.value("signing/contact").toString();
    out.keyPlace = choiceIn(settings, "signing/keyPlace", KeyPlace::Skf);
    out.keyPath = settings.value("signing/keyPath").toString();
    out.keyLabel = settings.value("signing/keyLabel").toString();
    return out;
}

void keep(QSettings &settings, const SigningSettings &signing)
{
    settings.setValue("signing/timestampUrl", signing.timestampUrl);
    settings.setValue("signing/level", int(signing.level));
    settings.setValue("signing/reauthentication", int(signing.reauthentication));
    settings.setValue("signing/reauthenticationMinutes", signing.reauthenticationMinutes);
    settings.setValue("signing/trustFiles", signing.trust.files);
    settings.setValue("signing/trustFolders", signing.trust.folders);
    settings.setValue("signing/reason", signing.reason);
    settings.setValue("signing/location", signing.location);
    settings.setValue("signing/contact", signing.contact);
    settings.setValue("signing/keyPlace", int(signing.keyPlace));
    settings.setValue("signing/keyPath", signing.keyPath);
    settings.setValue("signing/keyLabel", signing.keyLabel);
}

bool isServerAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == u"http"_s || url.scheme() == u"https"_s);
}

} // namespace andu::ui
