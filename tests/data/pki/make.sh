#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes fake certificates and keys for tests in the folder given: a root and one leaf per algorithm as PKCS #12, a time
# stamp authority, a CRL. Nothing here is secret or trusted anywhere; every password is "fake".
set -euo pipefail
cd "$1"
printf 'fake' > pass
days=3650
root_name='/C=CN/O=Fake Office/CN=Fake Root'
id='distid:1234567812345678'

cat > ext.cnf <<'EOF'
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
[tsa]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[req]
distinguished_name = dn
[dn]
EOF
if [[ -n ${ANDU_PKI_URL:-} ]]; then # where a test serves revocation
    sed -i "/^\\[leaf\\]/a crlDistributionPoints = URI:$ANDU_PKI_URL/root.crl\nauthorityInfoAccess = OCSP;URI:$ANDU_PKI_URL/ocsp" ext.cnf
fi

key() { # name, genpkey options
    local name=$1
    shift
    openssl genpkey "$@" -out "$name.key" 2> /dev/null
}

leaf() { # name, common name, section, issuer, sign options…
    local name=$1 common=$2 section=$3 issuer=$4
    shift 4
    openssl req -new -utf8 -config ext.cnf -key "$name.key" -subj "/C=CN/O=Fake Office/CN=$common" "$@" -out "$name.csr"
    local vfy=()
    for option in "$@"; do
        [[ $option == "$id" ]] && vfy=(-vfyopt "$id")
    done
    openssl x509 -req -in "$name.csr" -CA "$issuer.pem" -CAkey "$issuer.key" -days $days -set_serial "0x$(openssl rand -hex 8)" \
        -extfile ext.cnf -extensions "$section" "$@" "${vfy[@]}" -out "$name.pem" 2> /dev/null
    openssl pkcs12 -export -inkey "$name.key" -in "$name.pem" -certfile "$issuer.pem" -name "$name" -passout file:pass -out "$name.p12"
}

key root -algorithm RSA -pkeyopt rsa_keygen_bits:2048
openssl req -x509 -new -config ext.cnf -extensions root -key root.key -sha256 -days $days -subj "$root_name" -out root.pem
for bits in 2048 3072 4096; do
    key "rsa$bits" -algorithm RSA -pkeyopt "rsa_keygen_bits:$bits"
    leaf "rsa$bits" "Fake Signer RSA $bits" leaf root -sha256
done
for curve in 256 384; do
    key "ec$curve" -algorithm EC -pkeyopt "ec_paramgen_curve:P-$curve"
    leaf "ec$curve" "Fake Signer EC $curve" leaf root -sha256
done
key rsa1024 -algorithm RSA -pkeyopt rsa_keygen_bits:1024
leaf rsa1024 'Fake Weak Signer' leaf root -sha256
key sm2root -algorithm SM2
openssl req -x509 -new -config ext.cnf -extensions root -key sm2root.key -sm3 -sigopt "$id" -days $days \
    -subj '/C=CN/O=Fake Office/CN=Fake SM2 Root' -out sm2root.pem
for name in sm2 sealmaker; do
    key $name -algorithm SM2
    leaf $name "Fake SM2 $name" leaf sm2root -sm3 -sigopt "$id"
done
openssl pkcs12 -export -legacy -inkey rsa2048.key -in rsa2048.pem -certfile root.pem -certpbe PBE-SHA1-RC2-40 -keypbe PBE-SHA1-3DES \
    -macalg sha1 -passout file:pass -out legacy.p12
key tsa -algorithm RSA -pkeyopt rsa_keygen_bits:2048
leaf tsa 'Fake Time Stamp Authority' tsa root -sha256
: > index.txt
cat > ca.cnf <<'EOF'
[ca]
default_ca = here
[here]
database = index.txt
default_md = sha256
default_crl_days = 3650
[tsa_section]
EOF
openssl ca -config ca.cnf -gencrl -keyfile root.key -cert root.pem -out root.crl.pem 2> /dev/null
openssl crl -in root.crl.pem -outform DER -out root.crl
printf '01\n' > tsa_serial
cat > tsa.cnf <<EOF
[tsa]
default_tsa = here
[here]
dir = $PWD
serial = $PWD/tsa_serial
crypto_device = builtin
signer_cert = $PWD/tsa.pem
certs = $PWD/root.pem
signer_key = $PWD/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
EOF
