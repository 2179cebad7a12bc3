// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile forms: decoding, layout, model and a session with its scripts must neither crash nor
// hang, and an untouched form must send nothing.
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"
#include "core/forms/inspection.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>

using namespace andu;
using namespace andu::forms;

namespace {

void open(const FormSource &source, const QJsonObject &data)
{
    FormInput input;
    input.source = source;
    input.work.data = data;
    input.work.control.allowSave = true;
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    input.limits.each = std::chrono::milliseconds(20);
    input.limits.all = std::chrono::milliseconds(60);
    FormSession session(std::move(input));
    if (!session.changes().isEmpty()) {
        std::abort();
    }
    const QStringList fields = session.model().fields().mid(0, 20);
    for (const QString &id : fields) {
        (void)applyEdit(session, { id, QJsonValue(u"1"_s) });
    }
    (void)inspect(session, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static int argumentCount = 0;
    static QCoreApplication application(argumentCount, nullptr);
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    (void)decodeBody(QJsonValue(QString::fromUtf8(text)));
    const auto parsed = json::parse(text);
    if (!parsed || !parsed->isObject()) {
        return 0;
    }
    FormDefinition definition;
    definition.raw = parsed->toObject();
    const auto source = decodeForm(definition);
    if (source) {
        open(*source, definition.raw.value("sample"_L1).toObject());
    }
    return 0;
}
