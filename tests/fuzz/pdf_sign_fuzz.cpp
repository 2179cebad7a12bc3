// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are, the writer ends in time with a reason or with an update; and what it
// appended can be read back: the file opens without repair, holds one signature more, and the new
// signature covers the whole of it. Seeds: the files that tests/interop/pdf/sign_test.py writes
// with ANDU_KEEP_PDFS=DIR.
#include "core/base/literals.h"
#include "core/pdf/form_fields.h"
#include "core/pdf/placement.h"
#include "core/pdf/revisions.h"
#include "core/pdf/sign.h"
#include "samples.h"

#include <QBuffer>

#include <cstdint>

using namespace andu;
using namespace andu::pdf;

namespace {

void require(bool isTrue)
{
    if (!isTrue) {
        __builtin_trap();
    }
}

int signaturesIn(Document &document)
{
    const auto fields = fieldsOf(document);
    const auto limits = fields ? limitsOf(document, *fields) : Result<ChangeLimits>();
    return fields && limits ? limits->signatures : -1;
}

void judge(const QByteArray &bytes, const SignedUpdate &update, int before)
{
    const QByteArray whole = bytes + update.appended;
    auto again = samples::open(whole);
    require(again && !again->refusal());
    require(signaturesIn(*again) > before);
    QBuffer buffer;
    buffer.setData(whole);
    buffer.open(QIODevice::ReadOnly);
    const auto revisions = revisionsOf(buffer);
    require(revisions && !revisions->isEmpty() && revisions->last().endBytes == whole.size());
}

SignRequest requestFor(Document &document, quint8 choice)
{
    SignRequest request;
    request.time = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    request.reason = u"同意"_s;
    if ((choice & 1) != 0) {
        request.certify = 1 + (choice >> 1) % 3;
    }
    if ((choice & 8) != 0) {
        request.lock = FieldLock{ LockAction::Include, { u"name"_s } };
    }
    QImage red(3, 3, QImage::Format_ARGB32);
    red.fill(0x80ff0000U);
    const Look look{ Picture(red), { 20, 20 }, {} };
    if ((choice & 16) != 0) {
        const auto parts = planSeam(document, {}, look.sizeMm);
        for (const Part &part : parts.value_or(QList<Part>())) {
            request.marks.append({ look, part });
        }
    } else if ((choice & 32) != 0) {
        request.marks.append({ look, Part{ 0, QRectF(QPointF(10, 10), look.sizeMm), 0, false } });
    }
    return request;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto signer = samples::signer();
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    // The options follow from the bytes, so that a find can be replayed from its file alone.
    const auto choice = quint8(qChecksum(bytes));
    auto document = samples::open(bytes);
    if (!document) {
        return 0;
    }
    const int before = signaturesIn(*document);
    const SignRequest request = requestFor(*document, choice);
    if (request.marks.size() > 200) {
        return 0; // pages without end are slow, not wrong
    }
    if (const auto update = sign(*document, request, *signer)) {
        judge(bytes, *update, before);
    }
    auto other = samples::open(bytes);
    if (other) {
        if (const auto reserved = reserveFields(*other, { u"Later"_s, u"Last"_s })) {
            auto again = samples::open(bytes + reserved->appended);
            require(again && !again->refusal());
        }
    }
    return 0;
}
