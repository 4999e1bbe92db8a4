// Counts the bytes of a response while they come.

/**
 * @param {Response} response Stays as it is; its copy is counted.
 * @param {(more: number) => void} onBytes
 */
export async function countBytes(response, onBytes) {
  const reader = response.clone().body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) onBytes(next.value.length);
  } catch {
    // The response itself fails as well, and whoever reads it finds out.
  }
}
