// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/placement.h"
#include "core/pdf/seal_book.h"
#include "core/pdf/sign.h"
#include "ui/pdf/key_memory.h"
#include "ui/pdf/signing_facts.h"
#include "ui/pdf/web_fetch.h"

#include <memory>

namespace andu::ui {

/// The approval that a use of a seal rests on.
struct SealApproval
{
    QString number; ///< As people write it.
    QString title;
    QString job; ///< The running instance, when it came as a todo: the register leads back to it.
    QString applicant;
    QString approver;
    std::optional<int> marks; ///< Impressions it allows.
    QByteArray fileSm3; ///< Of the file it names; empty: it names none.
};

/// Where the office keeps its seals, who works here and what the rules are.
struct SealOffice
{
    std::shared_ptr<pdf::SealBook> book; ///< None: seals come from picture files only.
    std::shared_ptr<KeyMemory> keys; ///< None: a key is asked for each time.
    QString operatorName;
    pdf::SealUseRules rules;
    SealApproval approval; ///< Came with the document; a person sees and completes it.
};

enum class SealMode { Sign, Seal, Seam };

/// Blocking; never on the GUI thread.
[[nodiscard]] Result<std::unique_ptr<pdf::Signer>> openSigner(const KeyChoice &choice);

/// How the place on the pages is found; a person may move what a rule proposes.
enum class PlaceRule { Mouse, Position, NameAndDate, Keyword };

/// Everything that is asked before a signature is placed.
struct SealPlan
{
    SealMode mode = SealMode::Seal;
    pdf::Look look;
    QImage picture; ///< Of the look, for the screen.
    KeyChoice key;
    SignatureLevel level = SignatureLevel::Plain;
    QString timestampUrl;
    QString reason;
    QString location;
    QString contact;
    std::optional<int> certify;
    std::optional<pdf::FieldLock> lock;
    std::optional<EmptyField> field; ///< An empty field of the document; it has its own place.
    PlaceRule rule = PlaceRule::Mouse;
    QString words; ///< Keyword, or name of the organ.
    QPointF atMm; ///< Upper left corner, for PlaceRule::Position.
    QString pages; ///< "1-3,7"; empty: the current page.
    pdf::SeamPlan seam;
    std::optional<pdf::StoredSeal> seal; ///< From the cabinet: its use is registered.
    bool isElectronic = false; ///< An electronic seal set with its SM2 key (GB/T 38540).
    // For the register only.
    int copies = 1;
    QString documentNumber; ///< 文号
    QString recipient;
    SealApproval approval;
};

/// What is appended after signing so that the level is reached. An electronic seal has no room for
/// a time stamp of its own: one over the document takes its place.
struct LaterSteps
{
    bool validationData = false;
    bool documentStamp = false;
};
[[nodiscard]] LaterSteps laterSteps(const SealPlan &plan);

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

/// Signs @p document, with a time stamp when the plan wants one, and writes the use of a cabinet
/// seal into the register before the result exists. Blocking. @p number receives the number of the
/// register's row.
[[nodiscard]] Result<QByteArray> makeSeal(pdf::Document &document,
                                          pdf::Signer &signer,
                                          const SealPlan &plan,
                                          const pdf::SignRequest &request,
                                          const SealOffice &office,
                                          pdf::SealUse use,
                                          std::shared_ptr<QString> number,
                                          const CancelFlag &cancel);

} // namespace andu::ui
