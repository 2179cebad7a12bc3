// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/placement.h"
#include "core/pdf/seal_cabinet.h"
#include "core/pdf/seal_register.h"
#include "core/pdf/sign.h"

#include <memory>

namespace andu::ui {

/// Where the office keeps its seals, who works here and what the rules are.
struct SealOffice
{
    QString cabinetFolder;
    QString registerPath;
    QString operatorName;
    pdf::SealUseRules rules;
    // The approval a document came with; a person sees and completes it before each use.
    QString applicant;
    QString approver;
    QString approval;
};

enum class SealMode { Sign, Seal, Seam };

enum class KeyPlace { Pkcs12, Pkcs11, Skf };

/// The key a person chose and what opens it.
struct KeyChoice
{
    KeyPlace place = KeyPlace::Pkcs12;
    QString path; ///< The file, or the vendor's library.
    std::shared_ptr<const crypto::SecureBytes> secret; ///< Password or PIN.
};

/// Blocking; never on the GUI thread.
[[nodiscard]] Result<std::unique_ptr<pdf::Signer>> openSigner(const KeyChoice &choice);

/// How the place on the pages is found; a person may move what a rule proposes.
enum class PlaceRule { Mouse, NameAndDate, Keyword };

/// Everything that is asked before a signature is placed.
struct SealPlan
{
    SealMode mode = SealMode::Seal;
    pdf::Look look;
    QImage picture; ///< Of the look, for the screen.
    KeyChoice key;
    QString reason;
    QString location;
    std::optional<int> certify;
    PlaceRule rule = PlaceRule::Mouse;
    QString words; ///< Keyword, or name of the organ.
    QString pages; ///< "1-3,7"; empty: the current page.
    pdf::SeamPlan seam;
    std::optional<pdf::StoredSeal> seal; ///< From the cabinet: its use is registered.
    QString applicant;
    QString approver;
    QString approval;
};

/// The request for the writer, with the look at its places.
[[nodiscard]] pdf::SignRequest
requestFor(const SealPlan &plan, const QList<pdf::Part> &parts, const QDateTime &now);
/// The row for the register, without the digests and the number.
[[nodiscard]] pdf::SealUse useFor(const SealPlan &plan,
                                  const QList<pdf::Part> &parts,
                                  const SealOffice &office,
                                  const QString &title,
                                  int pageCount,
                                  const QDateTime &nowUtc);

/// Where organ and date usually stand; a person drags it from there.
[[nodiscard]] QRectF usualPlace(const QSizeF &paperMm, const QSizeF &sizeMm);

/// Where the look goes by the plan's rule; blocking. With PlaceRule::Mouse, where organ and date
/// usually are, on the pages named or on the last one.
[[nodiscard]] Result<QList<pdf::Part>> partsFor(pdf::Document &document, const SealPlan &plan);

/// Signs @p document, and writes the use of a cabinet seal into the register before the result
/// exists. Blocking. @p number receives the number of the register's row.
[[nodiscard]] Result<QByteArray> makeSeal(pdf::Document &document,
                                          pdf::Signer &signer,
                                          const SealPlan &plan,
                                          const pdf::SignRequest &request,
                                          const SealOffice &office,
                                          pdf::SealUse use,
                                          std::shared_ptr<QString> number);

} // namespace andu::ui
