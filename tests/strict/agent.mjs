/*
 * A member of encrypted rooms that shares no line with the bot: matrix-js-sdk and its Rust crypto,
 * as strict as Element with insecure devices excluded (MSC4153). Keys go only to devices signed by
 * their owner, and only messages from such devices are read.
 *
 * Its first line of input says who it is, and it answers with {"ready": version}:
 *   {"homeserver", "user_id", "device_id", "access_token", "password", "signs", "recovery_key"}
 * "signs" false: its device stays unsigned, and talks to all devices. With "recovery_key", the
 * account's identity comes from its secret storage; else it makes its own.
 *
 * Then it says, one JSON object a line:
 *   {"event"}       an event of a room, decrypted, with "shield" (NONE, GREY, RED) if it was secret
 *   {"unreadable"}  {"event_id", "room_id", "sender", "why"}: why is a DecryptionFailureCode
 *   {"invited"}     a room's id
 *   {"id", "result"} or {"id", "error"}: the outcome of the request {"id", "do", ...}; see `deeds`
 */
import { createInterface } from "node:readline";

for (const level of ["log", "info", "debug", "warn", "error"]) console[level] = () => {};

const sdk = await import("matrix-js-sdk");
const { EventShieldColour, OnlySignedDevicesIsolationMode, decodeRecoveryKey } =
    await import("matrix-js-sdk/lib/crypto-api/index.js");
const { logger } = await import("matrix-js-sdk/lib/logger.js");
logger.setLevel("silent");

const ROOM_DEADLINE_MS = 10_000;

const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");

// One after the other, so that events are said in the order of the timeline.
let telling = Promise.resolve();
const told = new Set();

function tell(event) {
    telling = telling.then(() => tellNow(event)).catch(fail);
}

async function tellNow(event) {
    if (!event.getRoomId() || !event.getId()) return; // account data, the state of an invitation
    if (told.has(event.getId())) return;
    if (event.isEncrypted()) await client.decryptEventIfNeeded(event);
    if (event.isDecryptionFailure()) {
        say({
            unreadable: {
                event_id: event.getId(),
                room_id: event.getRoomId(),
                sender: event.getSender(),
                why: event.decryptionFailureReason,
            },
        });
        return;
    }
    told.add(event.getId());
    say({ event: { ...event.getEffectiveEvent(), shield: await shield(event) } });
}

async function shield(event) {
    const info = event.isEncrypted() && (await crypto.getEncryptionInfoForEvent(event));
    return info ? EventShieldColour[info.shieldColour] : null;
}

function listen() {
    client.on("event", tell);
    client.on("Event.decrypted", (event) => tell(event)); // a key that came late
    client.on("Room.myMembership", (room, membership) => {
        if (membership === "invite") say({ invited: room.roomId });
    });
}

/** Resolves once `isSo()`, looked at after each sync. */
function until(isSo, what) {
    return new Promise((resolve, reject) => {
        const look = () => {
            if (!isSo()) return;
            stop();
            resolve();
        };
        const stop = () => {
            clearTimeout(deadline);
            client.off("sync", look);
        };
        const deadline = setTimeout(() => {
            stop();
            reject(new Error(`not in ${ROOM_DEADLINE_MS} ms: ${what}`));
        }, ROOM_DEADLINE_MS);
        client.on("sync", look);
        look();
    });
}

/** Cross-signing: made, or taken from secret storage, and this device signed with it. */
async function sign({ user_id, password }) {
    await crypto.userHasCrossSigningKeys(user_id, true); // an identity is imported only if known
    await crypto.bootstrapCrossSigning({
        authUploadDeviceSigningKeys: async (upload) => {
            try {
                await upload(null); // a first identity needs no password (MSC3967)
            } catch (error) {
                if (error.httpStatus !== 401) throw error;
                const identifier = { type: "m.id.user", user: user_id };
                const { session } = error.data;
                await upload({ type: "m.login.password", identifier, password, session });
            }
        },
    });
}

// What holds the key of secret storage while it is written or read.
let storageKey = null;
const cryptoCallbacks = {
    getSecretStorageKey: async ({ keys }) => storageKey && [Object.keys(keys)[0], storageKey],
    cacheSecretStorageKey: (id, info, key) => (storageKey = key),
};

const deeds = {
    /** Sends an event, encrypted where the room is; its id. */
    async send({ room, type, content }) {
        const joined = () => client.getRoom(room)?.getMyMembership() === "join";
        await until(joined, `${client.getUserId()} is in ${room}`);
        return (await client.sendEvent(room, type, content)).event_id;
    },
    /** Keeps the identity in secret storage; the recovery key that opens it. */
    async recover() {
        const made = await crypto.createRecoveryKeyFromPassphrase(); // random: without passphrase
        await crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => made });
        return made.encodedPrivateKey;
    },
    /** Makes the account's identity and signs this device, which was not. */
    sign: () => sign(self),
    /** The next message to the room is encrypted with a new key. */
    rotate: ({ room }) => crypto.forceDiscardSession(room),
    /** Whether its own device is signed by an identity whose secrets it holds. */
    async verified() {
        const [user, device] = [client.getUserId(), client.getDeviceId()];
        return (await crypto.getDeviceVerificationStatus(user, device)).crossSigningVerified;
    },
    /** Whether keys go only to people whose identity was verified, as with Element's setting. */
    verified_only: ({ on }) => (crypto.globalBlacklistUnverifiedDevices = on),
    /** Which devices of a user are signed by their owner: {device id: boolean}. */
    async devices({ user }) {
        const devices = (await crypto.getUserDeviceInfo([user], true)).get(user) ?? new Map();
        const signed = {};
        for (const id of devices.keys()) {
            const status = await crypto.getDeviceVerificationStatus(user, id);
            signed[id] = status?.signedByOwner ?? false;
        }
        return signed;
    },
};

async function start(who) {
    if (who.recovery_key) storageKey = decodeRecoveryKey(who.recovery_key);
    client = sdk.createClient({
        baseUrl: who.homeserver,
        userId: who.user_id,
        deviceId: who.device_id,
        accessToken: who.access_token,
        cryptoCallbacks,
        logger,
    });
    await client.initRustCrypto({ useIndexedDB: false });
    crypto = client.getCrypto();
    // Strict is for those who sign: an unsigned device could not even send.
    if (who.signs) crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
    listen();
    await client.startClient({ initialSyncLimit: 20 });
    await until(() => client.isInitialSyncComplete(), "the first sync");
    if (who.signs) await sign(who);
    say({ ready: crypto.getVersion() });
}

/** Requests may take their time beside each other. */
async function serve({ id, do: deed, ...request }) {
    try {
        say({ id, result: (await deeds[deed](request)) ?? null });
    } catch (error) {
        say({ id, error: String(error?.message ?? error) });
    }
}

function fail(error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
}

let client, crypto, self;
let known = false;
const input = createInterface({ input: process.stdin });
input.on("line", (line) => {
    const said = JSON.parse(line);
    if (known) return serve(said);
    known = true;
    self = said;
    start(said).catch(fail);
});
input.on("close", () => process.exit(0)); // who started it is gone
