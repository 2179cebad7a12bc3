// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/document_check.h"

class QSettings;

namespace andu::ui {

/// When the password or PIN of a key is asked for again.
enum class Reauthentication { EachUse, AfterMinutes, Never };

/// What a signature carries so that it can still be judged later (PAdES B-B, B-T, B-LT, B-LTA).
enum class SignatureLevel { Plain, Timestamped, LongTerm, Archive };

enum class KeyPlace { Pkcs12, Pkcs11, Skf };

/// What a person set for signing and typed last. Holds no secret.
struct SigningSettings
{
    QString timestampUrl; ///< A server for RFC 3161; empty: none.
    SignatureLevel level = SignatureLevel::Plain;
    Reauthentication reauthentication = Reauthentication::EachUse;
    int reauthenticationMinutes = 15; ///< For Reauthentication::AfterMinutes.
    TrustSettings trust;
    QString reason;
    QString location;
    QString contact;
    KeyPlace keyPlace = KeyPlace::Pkcs12;
    QString keyPath;
    QString keyLabel;
};

[[nodiscard]] SigningSettings signingSettingsIn(const QSettings &settings);
void keep(QSettings &settings, const SigningSettings &signing);

/// Whether a text is an address that a time stamp can be asked from.
[[nodiscard]] bool isServerAddress(const QString &text);

} // namespace andu::ui
