// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pdf_stamping.h"

#include "app/cli/pdf_long_term.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "core/pdf/seal_register.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

namespace andu::cli {

namespace {

QString placesText(const pdf::SignRequest &request)
{
    QStringList out;
    for (const pdf::Mark &mark : request.marks) {
        const QRectF &box = mark.part.displayedMm;
        out.append(u"%1@%2,%3"_s.arg(mark.part.page + 1)
                       .arg(box.left(), 0, 'f', 1)
                       .arg(box.top(), 0, 'f', 1));
    }
    return out.join(u' ');
}

Result<QByteArray> digestOf(QIODevice &device)
{
    pdf::Digest digest(pdf::DigestKind::Sm3);
    return digest.addDevice(device, device.size()).map([&] { return digest.finish(); });
}

/// Row of the seal-use register for what is about to be written, but for the file as it will be.
Result<pdf::SealUse> useOf(const Stamping &stamping,
                           const QString &source,
                           pdf::Document &document,
                           const pdf::SignRequest &request)
{
    const FileOptions &options = stamping.options;
    const auto before = digestOf(document.device());
    if (!before) {
        return tl::unexpected<Error>(before.error());
    }
    pdf::SealUse use;
    use.timeUtc = request.time.toUTC();
    use.seal
        = stamping.chosen.seal ? stamping.chosen.seal->name : stamping.signer.identity().commonName;
    use.documentTitle
        = options.isSet("title") ? options.value("title") : QFileInfo(source).completeBaseName();
    use.pages = document.pageCount().value_or(0);
    use.marks = std::max(1, int(request.marks.size()));
    use.isSeam = !request.marks.isEmpty() && request.marks.first().part.isSlice;
    use.applicant = options.value("applicant");
    use.approver = options.value("approver");
    use.approval = options.value("approval");
    use.operatorName = options.value("operator");
    use.digestBefore = *before;
    use.places = placesText(request);
    return use;
}

/// Registers, then writes.
Result<QString> registerAndWrite(const Stamping &stamping,
                                 pdf::SealUse use,
                                 const std::function<Result<void>()> &write)
{
    pdf::SealUseRules rules;
    rules.perDay = stamping.chosen.seal ? stamping.chosen.seal->perDay : std::nullopt;
    rules.needsOtherApplicant = true;
    rules.approvedDigest
        = QByteArray::fromHex(stamping.options.value("approved-digest").toLatin1());
    const pdf::SealRegister book(stamping.options.value("register"));
    auto row = book.append(std::move(use), rules);
    if (!row) {
        return tl::unexpected<Error>(row.error());
    }
    const auto written = write();
    if (written) {
        return row->number;
    }
    row->cancels = std::exchange(row->number, QString());
    if (const auto cancelled = book.append(*row, {}); !cancelled) {
        return tl::unexpected<Error>(cancelled.error());
    }
    return tl::unexpected<Error>(written.error());
}

/// Digest of the file as it will be.
Result<QByteArray>
digestAfter(const StampedOutput &output, pdf::Document &document, const pdf::SignedUpdate &update)
{
    if (output.staged) {
        QFile file(output.staged->path());
        return file.open(QIODevice::ReadOnly)
            ? digestOf(file)
            : Result<QByteArray>(fail(ErrorCode::Storage, u"the signed file cannot be read"_s));
    }
    pdf::Digest digest(pdf::DigestKind::Sm3);
    return digest.addDevice(document.device(), document.sizeBytes()).map([&] {
        digest.add(update.appended);
        return digest.finish();
    });
}

} // namespace

Staged::Staged(const QString &target)
    : m_target(QFileInfo::exists(target) ? QFileInfo(target).canonicalFilePath() : target)
    , m_file(m_target + u".XXXXXX"_s)
{
    m_file.open(); // makes the name; FileOutput reports a folder that cannot be written
}

Result<void> Staged::moveToTarget()
{
    const QByteArray from = QFile::encodeName(path());
    if (std::rename(from.constData(), QFile::encodeName(m_target).constData()) != 0) {
        return fail(ErrorCode::Storage, u"the target could not be replaced"_s);
    }
    m_file.setAutoRemove(false);
    return {};
}

Result<StampedOutput>
startStamped(const FileOptions &options, const QString &source, const QString &target)
{
    std::unique_ptr<Staged> staged;
    if (isLongTerm(options)) {
        staged = std::make_unique<Staged>(target);
    }
    return pdf::FileOutput::start(source, staged ? staged->path() : target)
        .map([&](pdf::FileOutput file) {
            return StampedOutput{ std::move(staged), std::move(file) };
        });
}

Result<QJsonObject> writeStamped(const Stamping &stamping,
                                 const QString &source,
                                 StampedOutput &output,
                                 pdf::Document &document,
                                 const pdf::SignRequest &request,
                                 const pdf::SignedUpdate &update)
{
    const FileOptions &options = stamping.options;
    QJsonObject result;
    std::function<Result<void>()> write
        = [&] { return output.file.commit(update.appended, document.sizeBytes()); };
    if (output.staged) {
        const auto missing = write().and_then([&] {
            return makeLongTerm(
                output.staged->path(), document.password(), options, *stamping.tools);
        });
        if (!missing) {
            return tl::unexpected<Error>(missing.error());
        }
        result[u"noRevocationFor"] = QJsonArray::fromStringList(*missing);
        write = [&] { return output.staged->moveToTarget(); };
    }
    if (!options.isSet("register")) {
        return write().map([&] { return result; });
    }
    auto use = useOf(stamping, source, document, request);
    const auto after = digestAfter(output, document, update);
    if (!use || !after) {
        return tl::unexpected<Error>(use ? after.error() : use.error());
    }
    use->digestAfter = *after;
    return registerAndWrite(stamping, *use, write).map([&](const QString &number) {
        result[u"registerNumber"] = number;
        return result;
    });
}

} // namespace andu::cli
