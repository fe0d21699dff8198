// SPDX-License-Identifier: MIT
#include "text/accesserror.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using plan::ChecksumFault;
using plan::CookieFault;
using plan::HeaderFault;
using plan::NetrcFault;
using plan::ProxyFault;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::AccessError)
};

/// With "%1" for the line.
QString wordsOf(NetrcFault fault)
{
    switch (fault) {
    case NetrcFault::NotUtf8:
        return Words::tr("Line %1 is not UTF-8.");
    case NetrcFault::OpenQuotationMark:
        return Words::tr("Line %1 has an unclosed quotation mark.");
    case NetrcFault::UnknownWord:
        return Words::tr("Line %1: expected machine, default, login, password, account or macdef.");
    case NetrcFault::NoMachine:
        return Words::tr("Line %1 does not belong to a machine entry.");
    case NetrcFault::NoValue:
        return Words::tr("Line %1: the last word has no value.");
    case NetrcFault::MachineName:
        break;
    }
    return Words::tr("Line %1: a machine has no name, or its name is not a host name.");
}

} // namespace

QString sentence(const plan::ChecksumError &error)
{
    switch (error.fault) {
    case ChecksumFault::NotTypeAndHex:
        return Words::tr(
            "Write the checksum as TYPE=HEX, for example sha-256=9f86d0…, or as its digits "
            "alone: 32, 40, 56, 64, 96 or 128.");
    case ChecksumFault::UnknownType:
        return Words::tr(
            "The checksum type must be md5, sha-1, sha-224, sha-256, sha-384 or sha-512.");
    case ChecksumFault::DigitCount:
        return Words::tr("A %1 checksum has %2 hexadecimal digits; this one has %3.")
            .arg(error.type, QString::number(error.wanted), QString::number(error.given));
    case ChecksumFault::NotHex:
        break;
    }
    return Words::tr("A checksum may only contain the digits 0 to 9 and the letters a to f.");
}

QString sentence(CookieFault fault)
{
    switch (fault) {
    case CookieFault::FieldCount:
        return Words::tr("Expected seven tab-separated fields.");
    case CookieFault::Host:
        return Words::tr("The first field is not a host name.");
    case CookieFault::NotTrueOrFalse:
        return Words::tr("The second and fourth fields must be TRUE or FALSE.");
    case CookieFault::Path:
        return Words::tr("The third field is not a path.");
    case CookieFault::Expiry:
        return Words::tr("The fifth field is not a time in seconds.");
    case CookieFault::NameOrValue:
        break;
    }
    return Words::tr("The name or the value contains characters that a request cannot carry.");
}

QString sentence(const plan::HeaderError &error)
{
    switch (error.fault) {
    case HeaderFault::NotNameAndValue:
        return Words::tr("Write the header as “Name: value”; the name must not contain spaces or "
                         "accented letters.");
    case HeaderFault::Reserved:
        return Words::tr("Lapwing sets the header %1 itself; another value would break a download.")
            .arg(error.name);
    case HeaderFault::Control:
        return Words::tr(
                   "The value of the header %1 contains a line break or another control character.")
            .arg(error.name);
    case HeaderFault::NoValue:
        break;
    }
    return Words::tr("The header %1 has no value.").arg(error.name);
}

QString sentence(const plan::NetrcError &error)
{
    return wordsOf(error.fault).arg(error.line);
}

QString sentence(ProxyFault fault)
{
    switch (fault) {
    case ProxyFault::Scheme:
        return Words::tr("Write the proxy as http://host:port or socks5://host:port.");
    case ProxyFault::HostOrPort:
        return Words::tr("The proxy's host or port (1 to 65535) is not valid.");
    case ProxyFault::PathOrQuery:
        return Words::tr("A proxy address must not contain a path or query.");
    case ProxyFault::LoginTooLong:
        break;
    }
    return Words::tr("A SOCKS proxy accepts user names and passwords of at most 255 bytes.");
}

QString sentence(const plan::ProxyVariableError &error)
{
    return Words::tr("The environment variable %1: %2").arg(error.variable, sentence(error.fault));
}

QString sentence(const plan::CookieError &error, const QString &path)
{
    return Words::tr("%1, line %2 is not a cookie: %3")
        .arg(path, QString::number(error.line), sentence(error.fault));
}

} // namespace lapwing::text
